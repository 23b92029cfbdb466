using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.GatewayBench;

/// <summary>Stands where auth-service would: publishes a key and makes a token with it.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "bench" };
    private readonly WebApplication _app;

    public Issuer(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string> { ["issuer"] = "ecommerce", ["jwks_uri"] = $"{url}/.well-known/jwks.json" }));
        _app.MapGet("/.well-known/jwks.json", () => Results.Json(new Dictionary<string, object>
        {
            ["keys"] = new[] { new Dictionary<string, string> { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = key.Kid, ["x"] = key.X, ["y"] = key.Y } },
        }));
    }

    public Task StartAsync() => _app.StartAsync();

    public string Token(string role = "customer") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "ecommerce",
        Audience = "ecommerce",
        Claims = new Dictionary<string, object> { ["sub"] = Guid.NewGuid().ToString(), ["email"] = "ada@example.com", ["roles"] = new[] { role }, ["sid"] = Guid.NewGuid().ToString() },
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
