namespace Ecommerce.AuthService.Infrastructure.ExternalLogin;

internal sealed class ExternalProviderOptions
{
    /// <summary>The issuer; its discovery document is at <c>/.well-known/openid-configuration</c> below it.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string Scope { get; set; } = "openid email profile";

    public bool IsComplete => Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
        && ClientId.Length > 0 && ClientSecret.Length > 0;
}
