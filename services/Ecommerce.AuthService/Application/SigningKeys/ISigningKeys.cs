using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.SigningKeys;

/// <summary>The keys that sign tokens.</summary>
internal interface ISigningKeys
{
    Task<IReadOnlyList<SigningKeyView>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes and publishes the next key, which signs a while later. Refused while one is waiting.</summary>
    Task<Result<SigningKeyView>> RotateAsync(CancellationToken cancellationToken);
}
