using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;

namespace Ecommerce.SystemTests;

public sealed class ExternalLoginTests(Shop shop)
{
    [Fact]
    public async Task Somebody_logs_in_with_an_account_at_the_sandboxs_provider()
    {
        var offered = await shop.Gateway.GetFromJsonAsync<JsonElement>("/api/v1/auth/external/providers");
        offered.EnumerateArray().Select(provider => provider.GetProperty("name").GetString()).ShouldBe(["sandbox"]);
        using var answer = await shop.Gateway.PostAsync("/api/v1/auth/external/sandbox/start", null);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();

        // The person's browser, which comes back to the shop's page.
        var login = new Uri(started.GetProperty("authorizationUrl").GetString()!);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        (await browser.GetStringAsync(login)).ShouldContain("Sandbox login");
        var request = HttpUtility.ParseQueryString(login.Query);
        var email = $"ada-{Guid.NewGuid():N}@example.com";
        var form = request.AllKeys.Select(key => new KeyValuePair<string, string>(key!, request[key]!)).Concat([new("email", email), new("name", "Ada"), new("email_verified", "true")]);
        using var back = await browser.PostAsync(new Uri(login, login.AbsolutePath), new FormUrlEncodedContent(form));
        back.StatusCode.ShouldBe(HttpStatusCode.Found);
        var given = HttpUtility.ParseQueryString(back.Headers.Location!.Query);

        using var session = await shop.Gateway.PostAsJsonAsync(
            "/api/v1/auth/external/sandbox/login", new { flow = started.GetProperty("flow").GetString(), state = given["state"], code = given["code"] });
        session.StatusCode.ShouldBe(HttpStatusCode.OK, await session.Content.ReadAsStringAsync());
        var token = (await session.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        var sessions = await shop.NewClient(token).GetFromJsonAsync<JsonElement>("/api/v1/auth/sessions");
        sessions.GetProperty("items").GetArrayLength().ShouldBe(1);
    }
}
