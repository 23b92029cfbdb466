using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.ExternalLogin;

/// <summary>OpenID Connect providers from the configuration (code flow with PKCE).</summary>
internal interface IExternalProviders
{
    IReadOnlyList<ExternalProvider> All { get; }

    /// <summary>Where the person logs in.</summary>
    Task<Uri> AuthorizationUrlAsync(string provider, FlowSecrets secrets, CancellationToken cancellationToken);

    /// <summary>Exchanges the code and checks what comes for it: signature, issuer, audience, time and nonce.</summary>
    Task<Result<ExternalPerson>> RedeemAsync(string provider, string code, FlowSecrets secrets, CancellationToken cancellationToken);
}
