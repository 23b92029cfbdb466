using System.Net;
using System.Security.Cryptography;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.GatewayService.Tests;

/// <summary>With keys from where they are published, as outside of tests.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private readonly ECDsaSecurityKey _first = NewKey();
    private volatile ECDsaSecurityKey[] _published = [];
    private StubService _auth = null!;
    private GatewayReplica _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _published = [_first];
        _auth = await StubService.StartAsync(app =>
        {
            app.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Json(new Dictionary<string, string>
            {
                ["issuer"] = "ecommerce",
                ["jwks_uri"] = $"http://{request.Host}/.well-known/jwks.json",
            }));
            app.MapGet("/.well-known/jwks.json", () => Results.Json(new Dictionary<string, object>
            {
                ["keys"] = _published.Select(JsonWebKeyConverter.ConvertFromECDsaSecurityKey)
                    .Select(jwk => new Dictionary<string, string> { ["kty"] = jwk.Kty, ["crv"] = jwk.Crv, ["kid"] = jwk.Kid, ["x"] = jwk.X, ["y"] = jwk.Y }).ToArray(),
            }));
            app.MapGet("/api/v1/orders", () => Results.Json(new { }));
        });
        _gateway = GatewayReplica.Start($"t{Guid.NewGuid():N}.", trustsTestTokens: false,
            ("Authentication:Authority", _auth.Address.ToString()), ("services:order-service:http:0", _auth.Address.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _auth.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_a_new_key_is_good_at_once_and_one_of_a_key_that_was_taken_back_is_not_any_more()
    {
        var old = Token(_first);
        for (var i = 0; i < 3; i++)
        {
            (await StatusAsync(old)).ShouldBe(HttpStatusCode.OK);
        }

        var second = NewKey();
        _published = [second];
        await Eventually.HoldsAsync(async () => await StatusAsync(Token(second)) == HttpStatusCode.OK, "the new key is known");
        (await StatusAsync(old)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_was_good_is_not_good_beyond_its_time()
    {
        var token = Token(_first, TimeSpan.FromSeconds(-28));
        (await StatusAsync(token)).ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => await StatusAsync(token) == HttpStatusCode.Unauthorized, "it has expired", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Of_a_good_token_no_part_can_be_exchanged()
    {
        var token = Token(_first);
        (await StatusAsync(token)).ShouldBe(HttpStatusCode.OK);

        var parts = token.Split('.');
        var forged = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("customer", "admin", StringComparison.Ordinal));
        (await StatusAsync($"{parts[0]}.{forged}.{parts[2]}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(token + "A")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static ECDsaSecurityKey NewKey() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };

    private static string Token(ECDsaSecurityKey key, TimeSpan? lifetime = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "ecommerce",
            Audience = "ecommerce",
            Claims = new Dictionary<string, object> { ["sub"] = Guid.NewGuid().ToString(), ["roles"] = new[] { "customer" } },
            Expires = DateTime.UtcNow + (lifetime ?? TimeSpan.FromMinutes(5)),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });

    private async Task<HttpStatusCode> StatusAsync(string token) => (await _gateway.With(token).GetAsync("/api/v1/orders")).StatusCode;
}
