using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ProviderSandbox.Tests.Hosting;

namespace Ecommerce.ProviderSandbox.Tests.OpenIdConnect;

public sealed class OpenIdTests() : SandboxTest("OpenId:ClientId=shop", "OpenId:ClientSecret=shh")
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-length";
    private const string Callback = "https://shop.example/callback";

    [Fact]
    public async Task A_code_is_exchanged_once_for_a_token_that_the_published_key_signs()
    {
        var code = await CodeAsync();
        var answer = await TokenAsync(code);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        var parts = answer["id_token"].Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        claims.GetProperty("iss").GetString().ShouldBe((await Sandbox.GetAsync("/openid/.well-known/openid-configuration"))["issuer"]);
        claims.GetProperty("aud").GetString().ShouldBe("shop");
        claims.GetProperty("nonce").GetString().ShouldBe("a nonce");
        claims.GetProperty("email").GetString().ShouldBe("ada@example.com");
        claims.GetProperty("email_verified").GetBoolean().ShouldBeTrue();
        (await IsSignedAsync(parts)).ShouldBeTrue();

        (await TokenAsync(code))["error"].ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData("shop", "wrong", Verifier, Callback, "invalid_client")]
    [InlineData("other", "shh", Verifier, Callback, "invalid_client")]
    [InlineData("shop", "shh", "another-verifier", Callback, "invalid_grant")]
    [InlineData("shop", "shh", Verifier, "https://evil.example/callback", "invalid_grant")]
    public async Task What_does_not_fit_gets_no_token(string client, string secret, string verifier, string redirect, string error) =>
        (await TokenAsync(await CodeAsync(), client, secret, verifier, redirect))["error"].ShouldBe(error);

    [Fact]
    public async Task The_page_passes_the_request_on_and_a_refusal_goes_back()
    {
        var page = await Sandbox.GetAsync($"/openid/authorize?{await new FormUrlEncodedContent(Request()).ReadAsStringAsync()}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("name=\"state\" value=\"a state\"");
        (await AuthorizeAsync(("action", "deny"))).ShouldContain("error=access_denied&state=a%20state");
        (await Sandbox.GetAsync("/openid/authorize?response_type=token")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_reset_changes_the_key()
    {
        var before = (await Sandbox.GetAsync("/openid/jwks")).Body;
        await Sandbox.PostJsonAsync("/sandbox/reset", "{}");

        (await Sandbox.GetAsync("/openid/jwks")).Body.ShouldNotBe(before);
    }

    private static KeyValuePair<string, string>[] Request() =>
    [
        new("response_type", "code"), new("client_id", "shop"), new("redirect_uri", Callback), new("scope", "openid email"), new("state", "a state"), new("nonce", "a nonce"),
        new("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Verifier)))), new("code_challenge_method", "S256"),
    ];

    private async Task<string> CodeAsync() => (await AuthorizeAsync(("action", "allow"))).Split("code=")[1].Split('&')[0];

    private async Task<string> AuthorizeAsync(params (string, string)[] more)
    {
        var reply = await Sandbox.PostFormAsync("/openid/authorize", null,
            [.. Request().Select(pair => (pair.Key, pair.Value)), ("email", "ada@example.com"), ("name", "Ada"), ("email_verified", "true"), .. more]);
        reply.Status.ShouldBe(HttpStatusCode.Found);
        return reply.Headers["Location"];
    }

    private async Task<Reply> TokenAsync(string code, string client = "shop", string secret = "shh", string verifier = Verifier, string redirect = Callback)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/openid/token")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}"))) },
            Content = new FormUrlEncodedContent([new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirect), new("code_verifier", verifier)]),
        };
        return await Reply.OfAsync(Sandbox.Http.SendAsync(request));
    }

    private async Task<bool> IsSignedAsync(string[] parts)
    {
        var key = (await Sandbox.GetAsync("/openid/jwks")).Json.GetProperty("keys")[0];
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(key.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(key.GetProperty("y").GetString()) },
        });
        return ecdsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256);
    }
}
