using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.AuthService.Tests;

public sealed class SessionTests(AuthServiceFixture service)
{
    [Fact]
    public async Task An_access_token_says_who_it_is_and_is_checked_with_the_published_keys()
    {
        var email = await service.CustomerAsync();
        var pair = await (await service.LogInAsync(email)).JsonAsync();
        pair.GetProperty("tokenType").GetString().ShouldBe("Bearer");
        pair.GetProperty("expiresIn").GetInt32().ShouldBe(900);

        var token = await ValidateAsync(pair.GetProperty("accessToken").GetString()!);
        var accountId = await service.ScalarAsync<Guid>($"SELECT id FROM accounts WHERE email = '{email}'");
        token.Alg.ShouldBe("ES256");
        token.Subject.ShouldBe(accountId.ToString());
        token.GetClaim("email").Value.ShouldBe(email);
        token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["customer"]);
        token.Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).ShouldBe(["pwd"]);
        Guid.Parse(token.GetClaim("sid").Value).ShouldNotBe(Guid.Empty);
        (token.ValidTo - token.ValidFrom).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_login_is_told_to_the_other_services()
    {
        var email = await service.CustomerAsync();
        var sid = (await ValidateAsync((await (await service.LogInAsync(email)).JsonAsync()).GetProperty("accessToken").GetString()!)).GetClaim("sid").Value;

        await Ecommerce.Testing.Probing.Eventually.HoldsAsync(
            () => Task.FromResult(service.Heard("auth.user_logged_in.v1").Any(data => data.GetProperty("sessionId").GetString() == sid)), "the login is heard of");
    }

    [Fact]
    public async Task Other_services_see_whose_a_session_is_until_it_has_ended()
    {
        var person = await service.PersonAsync();
        var other = await service.AsServiceAsync("order-service");
        var path = $"/internal/v1/sessions/{person.SessionId}";

        var live = await other.GetAsync(path);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await live.JsonAsync()).GetProperty("accountId").GetGuid().ShouldBe(person.Id);

        await person.Client.PostAsync("/api/v1/auth/logout-everywhere", null);
        (await (await other.GetAsync(path)).CodeAsync()).ShouldBe("auth.session_not_found");
        (await (await other.GetAsync($"/internal/v1/sessions/{Guid.NewGuid()}")).CodeAsync()).ShouldBe("auth.session_not_found");
    }

    [Fact]
    public async Task Each_refresh_gives_the_next_pair_and_a_token_that_comes_back_ends_the_session()
    {
        var first = await RefreshTokenAsync(await service.LogInAsync(await service.CustomerAsync()));
        var second = await RefreshTokenAsync(await service.RefreshAsync(first));
        var third = await RefreshTokenAsync(await service.RefreshAsync(second));
        new[] { first, second, third }.ShouldBeUnique();

        var stolen = await service.RefreshAsync(first);
        stolen.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stolen.CodeAsync()).ShouldBe("auth.refresh_invalid");
        (await service.RefreshAsync(third)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_double_submit_within_seconds_is_given_the_same_token_and_is_no_theft()
    {
        var token = await RefreshTokenAsync(await service.LogInAsync(await service.CustomerAsync()));
        var given = await Task.WhenAll((await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.RefreshAsync(token)))).Select(RefreshTokenAsync));

        var next = given.Distinct().ShouldHaveSingleItem();
        (await RefreshTokenAsync(await service.RefreshAsync(token))).ShouldBe(next);
        (await service.RefreshAsync(next)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_token_before_the_present_one_is_theft_once_the_seconds_are_over()
    {
        var person = await service.PersonAsync();
        var next = await RefreshTokenAsync(await service.RefreshAsync(person.RefreshToken));
        await service.ScalarAsync<Guid>($"UPDATE sessions SET last_used_at = last_used_at - interval '11 seconds' WHERE id = '{person.SessionId}' RETURNING id");

        (await service.RefreshAsync(person.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.RefreshAsync(next)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await person.SecurityEventsAsync()).ShouldContain("refreshReused");
    }

    [Fact]
    public async Task A_token_that_is_made_up_from_a_sessions_id_ends_nothing()
    {
        var person = await service.PersonAsync();
        var next = await RefreshTokenAsync(await service.RefreshAsync(person.RefreshToken));
        var (forged, _) = OpaqueToken.Create(person.SessionId);

        (await service.RefreshAsync(forged)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.RefreshAsync(next)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_description_of_a_device_that_is_cut_in_the_middle_of_a_character_is_no_failure()
    {
        var email = await service.CustomerAsync();
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = service.Factory.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", new string('a', 199) + "😀 and more");

        (await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password = AuthServiceFixture.Password })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.ScalarAsync<string>($"SELECT device FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE a.email = '{email}'")).ShouldBe(new string('a', 199));
    }

    [Fact]
    public async Task A_logout_ends_the_session_and_no_other()
    {
        var email = await service.CustomerAsync();
        var here = await (await service.LogInAsync(email)).JsonAsync();
        var elsewhere = await RefreshTokenAsync(await service.LogInAsync(email));

        (await service.With(here.GetProperty("accessToken").GetString()!).PostAsync("/api/v1/auth/logout", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.RefreshAsync(here.GetProperty("refreshToken").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.RefreshAsync(elsewhere)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.Anonymous().PostAsync("/api/v1/auth/logout", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.With(TestTokens.Customer(Guid.NewGuid())).PostAsync("/api/v1/auth/logout", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a key that is not ours");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_refresh_token_is_refused(string token) =>
        (await service.RefreshAsync(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Wrong_passwords_lock_the_account_for_longer_and_longer()
    {
        var email = await service.CustomerAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await service.LogInAsync(email, "wrong password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await LockedForAsync(email)).ShouldBeInRange(20, 30);
        (await (await service.LogInAsync(email)).CodeAsync()).ShouldBe("auth.wrong_credentials");

        foreach (var seconds in new[] { 60, 120 })
        {
            await UnlockAsync(email);
            await service.LogInAsync(email, "wrong password");
            (await LockedForAsync(email)).ShouldBeInRange(seconds - 10, seconds);
        }

        await UnlockAsync(email);
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.ScalarAsync<int>($"SELECT failed_logins FROM accounts WHERE email = '{email}'")).ShouldBe(0);
    }

    [Fact]
    public async Task Guesses_at_the_same_time_all_count()
    {
        var email = await service.CustomerAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => service.LogInAsync(email, $"guess number {number}")));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.Unauthorized);
        (await service.ScalarAsync<int>($"SELECT failed_logins FROM accounts WHERE email = '{email}'")).ShouldBe(5);
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Somebody_can_log_in_on_several_devices_at_once()
    {
        var email = await service.CustomerAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.LogInAsync(email)));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Staff_of_the_demonstration_have_their_roles()
    {
        foreach (var role in new[] { "admin", "support", "merchandiser" })
        {
            var pair = await (await service.LogInAsync($"{role}@shop.example", AuthServiceFixture.StaffPassword)).JsonAsync();
            var token = await ValidateAsync(pair.GetProperty("accessToken").GetString()!);
            token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["customer", role], ignoreOrder: true);
        }
    }

    private async Task<JsonWebToken> ValidateAsync(string token)
    {
        var keys = new JsonWebKeySet(await service.Anonymous().GetStringAsync("/.well-known/jwks.json"));
        keys.Keys.ShouldAllBe(key => !key.HasPrivateKey);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "ecommerce",
            ValidAudience = "ecommerce",
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    private static async Task<string> RefreshTokenAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.JsonAsync()).GetProperty("refreshToken").GetString()!;
    }

    private Task<double> LockedForAsync(string email) =>
        service.ScalarAsync<double>($"SELECT extract(epoch FROM locked_until - now())::float8 FROM accounts WHERE email = '{email}'");

    private Task<Guid> UnlockAsync(string email) =>
        service.ScalarAsync<Guid>($"UPDATE accounts SET locked_until = now() - interval '1 second' WHERE email = '{email}' RETURNING id");
}
