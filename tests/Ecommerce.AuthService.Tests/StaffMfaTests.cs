using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Staff;
using Ecommerce.AuthService.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Tests;

/// <summary>Staff need a second factor for what staff may do.</summary>
public sealed class StaffMfaTests(AuthServiceFixture service)
{
    private const string ForStaff = "/api/v1/auth/security-events/all?limit=1";

    [Theory]
    [InlineData("Development", null, false)]
    [InlineData("Staging", null, true)]
    [InlineData("Production", null, true)]
    [InlineData("Production", "false", false)]
    [InlineData("Development", "true", true)]
    public void Everywhere_but_in_development_staff_need_it_unless_it_is_said(string environment, string? said, bool isRequired)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(said is null ? [] : [new("Auth:RequireMfaForStaff", said)]);
        builder.AddApplication();
        using var services = builder.Services.BuildServiceProvider();

        services.GetRequiredService<IOptions<StaffAccessOptions>>().Value.RequireMfaForStaff.ShouldBe(isRequired);
    }

    [Fact]
    public async Task Staff_are_customers_until_their_session_has_a_second_factor_and_again_when_it_is_gone()
    {
        await using var strict = service.Replica(("Auth:RequireMfaForStaff", "true"));
        using var client = strict.CreateClient();
        var person = await SupportAsync();

        var (first, needed) = await LogInAsync(client, person.Email);
        Roles(first).ShouldBe(["customer"]);
        needed.ShouldBeTrue();
        (await first.Client.GetAsync(ForStaff)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Read(person.Email, await RefreshAsync(client, first)).Needed.ShouldBeTrue("a refresh proves nothing");

        // To set it up is what such a session can do; the next refresh has the roles.
        var authenticator = await Authenticator.EnrolAsync(first);
        var (refreshed, stillNeeded) = Read(person.Email, await RefreshAsync(client, first));
        Roles(refreshed).ShouldBe(["customer", "support"]);
        stillNeeded.ShouldBeFalse();
        (await refreshed.Client.GetAsync(ForStaff)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // So has a login by both factors.
        var challenge = await (await client.PostAsJsonAsync("/api/v1/auth/login", new { email = person.Email, password = AuthServiceFixture.Password })).JsonAsync();
        var answer = await client.PostAsJsonAsync("/api/v1/auth/login/mfa", new { challenge = challenge.GetProperty("challenge").GetString(), code = await authenticator.FreshCodeAsync() });
        var (second, _) = Read(person.Email, await answer.JsonAsync());
        Roles(second).ShouldBe(["customer", "support"]);

        (await second.Client.DeleteAsync("/api/v1/auth/mfa/totp")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var (bare, neededAgain) = Read(person.Email, await RefreshAsync(client, second));
        Roles(bare).ShouldBe(["customer"]);
        neededAgain.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_from_before_the_rule_does_nothing_critical()
    {
        await using var strict = service.Replica(("Auth:RequireMfaForStaff", "true"));
        using var client = strict.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await SupportAsync()).AccessToken);

        (await (await client.PostAsJsonAsync("/api/v1/auth/api-keys", new { name = "a program", roles = new[] { "support" } })).CodeAsync()).ShouldBe("auth.step_up_required");
    }

    [Fact]
    public async Task Keys_and_customers_are_asked_for_nothing_more()
    {
        await using var strict = service.Replica(("Auth:RequireMfaForStaff", "true"));
        using var client = strict.CreateClient();
        (await LogInAsync(client, await service.CustomerAsync())).Needed.ShouldBeFalse();

        var person = await SupportAsync();
        var created = await (await person.Client.PostAsJsonAsync("/api/v1/auth/api-keys", new { name = "a program", roles = new[] { "support" } })).JsonAsync();
        var exchanged = await (await client.PostAsJsonAsync("/api/v1/auth/token", new { apiKey = created.GetProperty("key").GetString() })).JsonAsync();
        (await service.With(exchanged.GetProperty("accessToken").GetString()!).GetAsync(ForStaff)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Roles(Person person) => person.Token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value);

    private static async Task<JsonElement> RefreshAsync(HttpClient client, Person person) =>
        await (await client.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken })).JsonAsync();

    private (Person Person, bool Needed) Read(string email, JsonElement pair) =>
        (Person.Of(service, email, pair), pair.TryGetProperty("mfaEnrolmentRequired", out var needed) && needed.GetBoolean());

    private async Task<(Person Person, bool Needed)> LogInAsync(HttpClient client, string email) =>
        Read(email, await (await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password = AuthServiceFixture.Password })).JsonAsync());

    private async Task<Person> SupportAsync()
    {
        var (admin, person) = (await service.StaffAsync("admin"), await service.PersonAsync());
        (await admin.Client.PutAsync($"/api/v1/auth/accounts/{person.Id}/roles/support", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return await service.LoggedInAsync(person.Email);
    }
}
