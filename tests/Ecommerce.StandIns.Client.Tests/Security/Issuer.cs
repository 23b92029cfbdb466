using System.Security.Cryptography;
using Ecommerce.StandIns.Client.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.StandIns.Client.Tests.Security;

/// <summary>An issuer with ES256 keys that it can change.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly List<ECDsaSecurityKey> _published = [];
    private TestServer _server = null!;
    private int _keyFetches;

    public string Url => _server.Url;

    public int KeyFetches => _keyFetches;

    public ECDsaSecurityKey Current { get; private set; } = NewKey();

    public static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        issuer._published.Add(issuer.Current);
        issuer._server = await TestServer.StartAsync(app =>
        {
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string>
            {
                ["issuer"] = issuer.Url,
                ["jwks_uri"] = issuer.Url + "/.well-known/jwks.json",
            }));
            app.MapGet("/.well-known/jwks.json", () =>
            {
                Interlocked.Increment(ref issuer._keyFetches);
                return Results.Json(new { keys = issuer._published.Select(Public) });
            });
        });
        return issuer;
    }

    public static ECDsaSecurityKey NewKey() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.CreateVersion7().ToString("N") };

    public void Rotate()
    {
        Current = NewKey();
        _published.Add(Current);
    }

    public string Token(ECDsaSecurityKey? key = null, string audience = "shop", DateTime? expires = null)
        => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url,
            Audience = audience,
            Expires = expires ?? DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "user-1", ["roles"] = new[] { "customer" } },
            SigningCredentials = new SigningCredentials(key ?? Current, SecurityAlgorithms.EcdsaSha256),
        });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static object Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            crv = "P-256",
            use = "sig",
            alg = "ES256",
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
