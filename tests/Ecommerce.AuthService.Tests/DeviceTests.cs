using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.AuthService.Tests;

public sealed class DeviceTests(AuthServiceFixture service)
{
    [Fact]
    public async Task The_owner_is_told_of_a_login_on_a_device_that_is_not_known()
    {
        var first = await service.PersonAsync();
        var again = Person.Of(service, first.Email, await (await LogInWithAsync(first.Email, first.DeviceToken)).JsonAsync());
        again.DeviceToken.ShouldBe(first.DeviceToken);

        await service.LoggedInAsync(first.Email);
        var notice = await service.HeardAsync("auth.new_device_logged_in.v1", first.Email);
        notice.GetProperty("userId").GetString().ShouldBe(first.Id.ToString());
        var devices = await first.ListAsync("devices");
        devices.Count.ShouldBe(2);

        // Ids rise with time.
        notice.GetProperty("deviceId").GetString().ShouldBe(devices.Select(device => device.GetProperty("id").GetString()).Max(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_accounts_device_token_makes_no_device_known()
    {
        var (ada, eve) = (await service.PersonAsync(), await service.PersonAsync());
        var given = await (await LogInWithAsync(ada.Email, eve.DeviceToken)).JsonAsync();

        given.GetProperty("deviceToken").GetString().ShouldNotBe(eve.DeviceToken);
        await service.HeardAsync("auth.new_device_logged_in.v1", ada.Email);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_by_their_owner_and_nobody_else()
    {
        var here = await service.PersonAsync();
        var elsewhere = await service.LoggedInAsync(here.Email);
        var stranger = await service.PersonAsync();
        var sessions = await here.ListAsync("sessions");
        sessions.Select(session => session.GetProperty("id").GetString()).ShouldBe([elsewhere.SessionId.ToString(), here.SessionId.ToString()]);
        sessions.Select(session => session.GetProperty("isCurrent").GetBoolean()).ShouldBe([false, true]);

        (await (await stranger.Client.DeleteAsync($"/api/v1/auth/sessions/{elsewhere.SessionId}")).CodeAsync()).ShouldBe("auth.session_not_found");
        (await here.Client.DeleteAsync($"/api/v1/auth/sessions/{elsewhere.SessionId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await here.Client.DeleteAsync($"/api/v1/auth/sessions/{elsewhere.SessionId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await service.RefreshAsync(elsewhere.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.ListAsync("sessions")).Count.ShouldBe(1);
        (await here.SecurityEventsAsync()).ShouldContain("sessionRevoked");
    }

    [Fact]
    public async Task A_list_of_sessions_goes_on_with_its_cursor()
    {
        var person = await service.PersonAsync();
        await service.LoggedInAsync(person.Email);
        await service.LoggedInAsync(person.Email);
        var page = await (await person.Client.GetAsync("/api/v1/auth/sessions?limit=2")).JsonAsync();
        var rest = await (await person.Client.GetAsync($"/api/v1/auth/sessions?limit=2&cursor={page.GetProperty("nextCursor").GetString()}")).JsonAsync();

        page.GetProperty("items").GetArrayLength().ShouldBe(2);
        rest.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(person.SessionId.ToString());
        (await person.Client.GetAsync("/api/v1/auth/sessions?limit=0")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await person.Client.GetAsync("/api/v1/auth/devices?cursor=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_logout_everywhere_ends_every_session()
    {
        var here = await service.PersonAsync();
        var elsewhere = await service.LoggedInAsync(here.Email);
        (await here.Client.PostAsync("/api/v1/auth/logout-everywhere", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await service.RefreshAsync(here.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.RefreshAsync(elsewhere.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.SecurityEventsAsync()).ShouldContain("allSessionsRevoked");
    }

    [Fact]
    public async Task A_refresh_at_the_moment_of_a_logout_everywhere_does_not_outlive_it()
    {
        var person = await service.PersonAsync();
        var refreshes = Enumerable.Range(0, 5).Select(_ => service.RefreshAsync(person.RefreshToken)).ToList();
        await person.Client.PostAsync("/api/v1/auth/logout-everywhere", null);
        foreach (var refresh in (await Task.WhenAll(refreshes)).Where(response => response.StatusCode == HttpStatusCode.OK))
        {
            var token = (await refresh.JsonAsync()).GetProperty("refreshToken").GetString()!;
            (await service.RefreshAsync(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_device_is_named_and_forgotten_by_its_owner_and_nobody_else()
    {
        var (person, stranger) = (await service.PersonAsync(), await service.PersonAsync());
        var id = (await person.ListAsync("devices")).Single().GetProperty("id").GetString();
        (await stranger.Client.PatchAsJsonAsync($"/api/v1/auth/devices/{id}", new { name = "mine" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Client.DeleteAsync($"/api/v1/auth/devices/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Client.PatchAsJsonAsync($"/api/v1/auth/devices/{id}", new { name = "" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await person.Client.PatchAsJsonAsync($"/api/v1/auth/devices/{id}", new { name = "My laptop" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await person.ListAsync("sessions")).Single().GetProperty("deviceName").GetString().ShouldBe("My laptop");

        (await person.Client.DeleteAsync($"/api/v1/auth/devices/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await person.ListAsync("devices")).ShouldBeEmpty();
        (await service.RefreshAsync(person.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_step_up_makes_an_old_proof_a_recent_one()
    {
        var person = await service.PersonAsync();
        await person.AgeProofAsync();
        var old = await (await service.RefreshAsync(person.RefreshToken)).JsonAsync();
        AuthTime(old).ShouldBeLessThan(DateTimeOffset.UtcNow.AddMinutes(-10));

        (await (await person.Client.PostAsJsonAsync("/api/v1/auth/step-up", new { password = "wrong password" })).CodeAsync()).ShouldBe("auth.proof_wrong");
        AuthTime(await (await person.Client.PostAsJsonAsync("/api/v1/auth/step-up", new { password = AuthServiceFixture.Password })).JsonAsync())
            .ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(-1));
    }

    private static DateTimeOffset AuthTime(System.Text.Json.JsonElement pair) => DateTimeOffset.FromUnixTimeSeconds(
        new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(pair.GetProperty("accessToken").GetString()).GetPayloadValue<long>("auth_time"));

    private Task<HttpResponseMessage> LogInWithAsync(string email, string? deviceToken) =>
        service.Anonymous().PostAsJsonAsync("/api/v1/auth/login", new { email, password = AuthServiceFixture.Password, deviceToken });
}
