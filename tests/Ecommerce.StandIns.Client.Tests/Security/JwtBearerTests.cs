using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Ecommerce.StandIns.Client.Tests.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.StandIns.Client.Tests.Security;

public sealed class JwtBearerTests
{
    [Fact]
    public async Task A_good_token_is_let_in_with_its_claims()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);

        using var response = await GetAsync(service, issuer.Token());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("user-1 customer");
    }

    [Fact]
    public async Task No_token_is_challenged_without_an_error()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);

        using var response = await GetAsync(service, token: null);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_token_that_expired_or_is_for_another_audience_is_refused_with_the_reason()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);

        using var expired = await GetAsync(service, issuer.Token(expires: DateTime.UtcNow.AddMinutes(-10)));
        using var elsewhere = await GetAsync(service, issuer.Token(audience: "other"));

        expired.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        expired.Headers.WwwAuthenticate.ToString().ShouldContain("The token expired at");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        elsewhere.Headers.WwwAuthenticate.ToString().ShouldContain("The audience '");
    }

    [Fact]
    public async Task A_token_without_a_signature_or_with_a_changed_body_is_refused()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);
        var parts = issuer.Token().Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        var admin = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("customer", "admin", StringComparison.Ordinal));

        foreach (var forged in new[] { $"{none}.{parts[1]}.", $"{none}.{admin}.", $"{parts[0]}.{admin}.{parts[2]}", "nonsense", "a.b.c" })
        {
            using var response = await GetAsync(service, forged);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, forged);
        }
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);
        var old = issuer.Token();
        using (var before = await GetAsync(service, old))
        {
            before.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        issuer.Rotate();

        await Probe.UntilAsync(async () => (await GetAsync(service, issuer.Token())).IsSuccessStatusCode, "the new key is known", seconds: 5);
        using var after = await GetAsync(service, old);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        issuer.KeyFetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_flood_of_tokens_with_unknown_keys_does_not_reach_the_issuer()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceAsync(issuer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ => (await GetAsync(service, issuer.Token(Issuer.NewKey()))).StatusCode));

        answers.ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        issuer.KeyFetches.ShouldBeLessThanOrEqualTo(2);
        using var good = await GetAsync(service, issuer.Token());
        good.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_events_are_called_and_a_forbidden_caller_gets_403()
    {
        await using var issuer = await Issuer.StartAsync();
        var called = new List<string>();
        await using var service = await ServiceAsync(issuer, options => options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                called.Add("received");
                context.Token = context.Request.Query["token"];
                return Task.CompletedTask;
            },
            OnTokenValidated = _ => Note("validated"),
            OnForbidden = _ => Note("forbidden"),
            OnChallenge = _ => Note("challenge"),
            OnAuthenticationFailed = _ => Note("failed"),
        });
        using var client = new HttpClient();

        (await client.GetAsync($"{service.Url}/admin?token={issuer.Token()}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        called.ShouldBe(["received", "validated", "forbidden"]);
        called.Clear();
        (await client.GetAsync($"{service.Url}/admin?token=bad", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        called.ShouldBe(["received", "failed", "challenge"]);

        Task Note(string what)
        {
            called.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Plain_HTTP_metadata_needs_leave()
    {
        await using var service = await TestServer.StartAsync(
            app => app.MapGet("/", () => "x").RequireAuthorization(),
            builder =>
            {
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication().AddJwtBearer(o => o.Authority = "http://issuer");
            });
        using var client = new HttpClient();
        (await client.GetAsync(service.Url, Cancel)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> GetAsync(TestServer service, string? token)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Url);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, Cancel);
    }

    private static Task<TestServer> ServiceAsync(Issuer issuer, Action<JwtBearerOptions>? configure = null) => TestServer.StartAsync(
        app =>
        {
            app.MapGet("/", (ClaimsPrincipal user) => user.FindFirstValue("sub") + " " + user.FindFirstValue("roles")).RequireAuthorization();
            app.MapGet("/admin", () => "x").RequireAuthorization(policy => policy.RequireClaim("roles", "admin"));
        },
        builder =>
        {
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
            {
                options.Authority = issuer.Url;
                options.Audience = "shop";
                options.RequireHttpsMetadata = false;
                options.MapInboundClaims = false;
                configure?.Invoke(options);
            });
        });
}
