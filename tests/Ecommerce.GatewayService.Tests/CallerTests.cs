using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.GatewayService.Tests;

public sealed class CallerTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("another key")]
    [InlineData("expired")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("unsigned")]
    [InlineData("garbage")]
    public async Task A_token_that_is_not_ours_is_refused_before_any_service_sees_it(string flaw)
    {
        var path = $"/api/v1/orders/{flaw.Replace(' ', '-')}";
        using var client = gateway.With(TokenWith(flaw));
        var response = await client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldNotBeEmpty();
        (await response.CodeAsync()).ShouldBe("auth.token_invalid");
        gateway.Seen.ShouldNotContain(path);
    }

    [Fact]
    public async Task A_genuine_token_is_passed_on()
    {
        var token = TestTokens.Customer(Guid.NewGuid());
        var answer = await (await gateway.With(token).GetAsync("/api/v1/orders")).JsonAsync();

        answer.GetProperty("headers").GetProperty("Authorization").GetString().ShouldBe($"Bearer {token}");
    }

    [Fact]
    public async Task What_a_caller_claims_of_itself_and_of_proxies_is_not_believed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/products");
        string[] spoofed = ["X-User-Id", "X-User-Roles", "X-Service", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Forwarded", "X-Real-IP", "X-Forwarded-Prefix", "X-Forwarded-Port"];
        foreach (var name in spoofed.Concat(["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-Id"]))
        {
            request.Headers.Add(name, "spoofed");
        }

        request.Headers.Add("Cart-Token", "secret");
        var response = await gateway.Anonymous().SendAsync(request);
        var headers = (await response.JsonAsync()).GetProperty("headers").EnumerateObject()
            .ToDictionary(header => header.Name, header => header.Value.GetString(), StringComparer.OrdinalIgnoreCase);

        headers.Values.ShouldNotContain("spoofed");
        headers.Keys.ShouldNotContain(name => spoofed.Contains(name, StringComparer.OrdinalIgnoreCase));
        headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        headers["X-Forwarded-Host"].ShouldBe(gateway.Factory.ClientOptions.BaseAddress.Authority);
        headers["X-Forwarded-Proto"].ShouldBe("http");
        headers["X-Request-Id"].ShouldBe(response.Headers.GetValues("X-Request-Id").Single());
        headers["Cart-Token"].ShouldBe("secret");
    }

    [Fact]
    public async Task A_callers_trace_goes_on_to_the_service_below_a_span_of_the_gateways_own()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/shipments");
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        request.Headers.Add("baggage", "price=0");
        var response = await gateway.Anonymous().SendAsync(request);
        var headers = (await response.JsonAsync()).GetProperty("headers");

        var parent = headers.GetProperty("traceparent").GetString()!.Split('-');
        parent[1].ShouldBe(Trace);
        parent[2].ShouldNotBe("b7ad6b7169203331");
        headers.TryGetProperty("baggage", out _).ShouldBeFalse();
    }

    private static string TokenWith(string flaw)
    {
        if (flaw == "garbage")
        {
            return "not.a.token";
        }

        var key = flaw == "another key" ? new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" } : TestTokens.Key;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = flaw == "another issuer" ? "evil" : "ecommerce",
            Audience = flaw == "another audience" ? "evil" : "ecommerce",
            Claims = new Dictionary<string, object> { ["sub"] = Guid.NewGuid().ToString(), ["roles"] = new[] { "admin" } },
            Expires = DateTime.UtcNow.AddMinutes(flaw == "expired" ? -5 : 5),
            SigningCredentials = flaw == "unsigned" ? null : new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
