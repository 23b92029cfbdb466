using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.Protocols.OpenIdConnect;

/// <summary>What an issuer says of itself (OpenID Connect Discovery 1.0), as far as checking tokens needs it.</summary>
public class OpenIdConnectConfiguration : BaseConfiguration
{
    /// <summary>Makes an empty configuration.</summary>
    public OpenIdConnectConfiguration()
    {
    }

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public OpenIdConnectConfiguration(string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Issuer = Text(root, "issuer");
        JwksUri = Text(root, "jwks_uri");
        AuthorizationEndpoint = Text(root, "authorization_endpoint");
        TokenEndpoint = Text(root, "token_endpoint");
        UserInfoEndpoint = Text(root, "userinfo_endpoint");
        EndSessionEndpoint = Text(root, "end_session_endpoint");
    }

    /// <summary>Where the keys are.</summary>
    public string? JwksUri { get; set; }

    /// <summary>The keys.</summary>
    public JsonWebKeySet? JsonWebKeySet { get; set; }

    /// <summary>Where a user signs in.</summary>
    public string? AuthorizationEndpoint { get; set; }

    /// <summary>Where a user's claims are.</summary>
    public string? UserInfoEndpoint { get; set; }

    /// <summary>Where a user signs out.</summary>
    public string? EndSessionEndpoint { get; set; }

    /// <summary>Reads a configuration.</summary>
    public static OpenIdConnectConfiguration Create(string json) => new(json);

    private static string? Text(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
