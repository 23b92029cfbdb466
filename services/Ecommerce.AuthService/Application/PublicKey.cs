using System.Text.Json.Serialization;

namespace Ecommerce.AuthService.Application;

/// <summary>An elliptic-curve key as a JWK (RFC 7517, RFC 7518 section 6.2).</summary>
internal sealed record PublicKey(
    [property: JsonPropertyName("kid")] string Id,
    [property: JsonPropertyName("x")] string X,
    [property: JsonPropertyName("y")] string Y)
{
    [JsonPropertyName("kty")]
    public string Type { get; } = "EC";

    [JsonPropertyName("crv")]
    public string Curve { get; } = "P-256";

    [JsonPropertyName("use")]
    public string Use { get; } = "sig";

    [JsonPropertyName("alg")]
    public string Algorithm { get; } = "ES256";
}
