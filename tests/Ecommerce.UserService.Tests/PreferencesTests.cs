using System.Net;
using System.Net.Http.Json;
using Ecommerce.Contracts.User;
using Ecommerce.Testing.Probing;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class PreferencesTests(UserServiceFixture service)
{
    private const string Preferences = "/api/v1/users/me/preferences";

    [Fact]
    public async Task Consent_is_kept_with_when_and_where_and_told_to_the_others_only_when_it_changes()
    {
        await using var told = await service.ListenAsync<PreferencesChanged>();
        var (id, client) = await service.CustomerAsync();
        (await (await client.GetAsync(Preferences)).JsonAsync()).GetProperty("consents").GetArrayLength().ShouldBe(0);

        var body = new { locale = "de", currency = "EUR", marketing = new { email = true, sms = false, push = true }, source = "checkout" };
        var changed = await client.PutAsJsonAsync(Preferences, body);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBeNull();
        var consents = (await changed.JsonAsync()).GetProperty("consents");
        consents.EnumerateArray().Select(consent => consent.GetProperty("channel").GetString()).ShouldBe(["email", "push"]);
        consents[0].GetProperty("source").GetString().ShouldBe("checkout");
        var at = (await (await client.GetAsync(Preferences)).JsonAsync()).GetProperty("consents")[0].GetProperty("at").GetDateTimeOffset();

        // The same again, then no more by email.
        (await client.PutAsJsonAsync(Preferences, body)).EnsureSuccessStatusCode();
        (await (await client.GetAsync(Preferences)).JsonAsync()).GetProperty("consents")[0].GetProperty("at").GetDateTimeOffset().ShouldBe(at);
        (await client.PutAsJsonAsync(Preferences, new { locale = "de", currency = "EUR", marketing = new { email = false, sms = false, push = true } })).EnsureSuccessStatusCode();
        var events = await Eventually.GetAsync(
            async () => (await told.PollAsync()).Where(heard => heard.CustomerId == id).ToList(), heard => heard.Count == 2, "both changes are told");
        events[0].EmailMarketing.ShouldBeTrue();
        events[0].Currency.ShouldBe("EUR");
        events[1].EmailMarketing.ShouldBeFalse();
        events[1].PushMarketing.ShouldBeTrue();
        (await (await client.GetAsync("/api/v1/users/me")).JsonAsync()).GetProperty("marketingConsent").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"locale":"?","currency":"EUR","marketing":{"email":true,"sms":true,"push":true}}""", "locale")]
    [InlineData("""{"locale":"de","currency":"XXXX","marketing":{"email":true,"sms":true,"push":true}}""", "currency")]
    [InlineData("""{"locale":"de","currency":"EUR","marketing":{"email":true,"sms":true,"push":true},"source":"From The Web"}""", "source")]
    [InlineData("""{"locale":"de","currency":"EUR"}""", "marketing")]
    public async Task Bad_preferences_are_refused_by_field(string body, string field)
    {
        var (_, client) = await service.CustomerAsync();
        var response = await client.PutAsync(Preferences, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Theory]
    [InlineData("GET", "401 404 404 404 403")]
    [InlineData("PUT", "401 400 400 400 403")]
    public async Task Preferences_are_the_customers_own(string method, string answers) => (await service.AnswersAsync(method, Preferences)).ShouldBe(answers);

    [Fact]
    public async Task A_change_based_on_older_preferences_is_refused()
    {
        var (_, client) = await service.CustomerAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, Preferences)
        {
            Content = JsonContent.Create(new { locale = "de", currency = "EUR", marketing = new { email = true, sms = false, push = false } }),
            Headers = { { "If-Match", "\"77\"" } },
        };
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }
}
