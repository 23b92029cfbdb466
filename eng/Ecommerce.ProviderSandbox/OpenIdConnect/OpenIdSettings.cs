namespace Ecommerce.ProviderSandbox.OpenIdConnect;

internal sealed class OpenIdSettings
{
    public OpenIdSettings(IConfiguration configuration)
    {
        ClientId = configuration["OpenId:ClientId"] is { Length: > 0 } id ? id : null;
        ClientSecret = configuration["OpenId:ClientSecret"] is { Length: > 0 } secret ? secret : null;
        PublicUrl = configuration["Sandbox:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : null;
    }

    /// <summary>The one client that is accepted; any where not set.</summary>
    public string? ClientId { get; }

    public string? ClientSecret { get; }

    public string? PublicUrl { get; }

    public string Issuer(HttpRequest request) => $"{PublicUrl ?? $"{request.Scheme}://{request.Host}"}/openid";
}
