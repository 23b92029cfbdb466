using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Infrastructure.Passwords;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.AuthService.Tests;

public sealed class PasswordTests(AuthServiceFixture service)
{
    private const string New = "a quite different password";

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_emailed_link_and_all_sessions_end()
    {
        var person = await service.PersonAsync();
        (await service.AskForResetAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await service.ResetAsync(await service.EmailedTokenAsync(person.Email, "passwordReset"), New)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await service.RefreshAsync(person.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.LogInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.LogInAsync(person.Email, New)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await person.SecurityEventsAsync()).ShouldContain("passwordReset");
    }

    // Medusa 10804, 11996, 12524.
    [Fact]
    public async Task A_reset_token_works_once_though_it_is_used_several_times_at_once()
    {
        var email = await service.CustomerAsync();
        await service.AskForResetAsync(email);
        var token = await service.EmailedTokenAsync(email, "passwordReset");

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => service.ResetAsync(token, $"password of try number {number}")));
        responses.Count(response => response.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        foreach (var refused in responses.Where(response => response.StatusCode != HttpStatusCode.NoContent))
        {
            (await refused.CodeAsync()).ShouldBe("auth.link_invalid");
        }

        (await (await service.ResetAsync(token, New)).CodeAsync()).ShouldBe("auth.link_invalid");
    }

    [Fact]
    public async Task A_newer_link_a_changed_password_and_half_an_hour_each_end_a_reset_link()
    {
        var person = await service.PersonAsync();
        await service.AskForResetAsync(person.Email);
        var first = await service.EmailedTokenAsync(person.Email, "passwordReset");
        await service.AskForResetAsync(person.Email);
        var second = await service.EmailedTokenAsync(person.Email, "passwordReset", 2);
        (await (await service.ResetAsync(first, New)).CodeAsync()).ShouldBe("auth.link_invalid");

        (await ChangeAsync(person, AuthServiceFixture.Password, New)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await service.ResetAsync(second, New)).CodeAsync()).ShouldBe("auth.link_invalid");

        await service.AskForResetAsync(person.Email);
        var third = await service.EmailedTokenAsync(person.Email, "passwordReset", 3);
        var life = await service.ScalarAsync<double>($"SELECT extract(epoch FROM max(expires_at) - now())::float8 FROM action_links WHERE account_id = '{person.Id}' AND purpose = 'PasswordReset'");
        life.ShouldBeInRange(29 * 60, 30 * 60);
        await service.ScalarAsync<long>($"WITH aged AS (UPDATE action_links SET expires_at = now() WHERE account_id = '{person.Id}' RETURNING 1) SELECT count(*) FROM aged");
        (await (await service.ResetAsync(third, New)).CodeAsync()).ShouldBe("auth.link_invalid");
    }

    [Fact]
    public async Task A_verification_link_resets_no_password()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);

        (await (await service.ResetAsync(await service.EmailedTokenAsync(email), New)).CodeAsync()).ShouldBe("auth.link_invalid");
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_with_links_and_the_answer_stays_the_same()
    {
        var email = await service.CustomerAsync();
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 6; time++)
        {
            answers.Add((await service.AskForResetAsync(email)).StatusCode);
        }

        answers.Distinct().ShouldHaveSingleItem();
        await service.LinkIdAsync(email, "passwordReset", number: 3);

        // This request came later, so the ones before it have been handled by now.
        var other = await service.CustomerAsync();
        await service.AskForResetAsync(other);
        await service.LinkIdAsync(other, "passwordReset");
        service.Heard("auth.action_link_requested.v1")
            .Count(data => data.GetProperty("email").GetString() == email && data.GetProperty("purpose").GetString() == "passwordReset").ShouldBe(3);
    }

    [Fact]
    public async Task Who_asks_for_a_reset_learns_nothing_of_the_account()
    {
        var known = await service.AskForResetAsync(await service.CustomerAsync());
        var nobody = service.NewEmail();
        var unknown = await service.AskForResetAsync(nobody);

        known.StatusCode.ShouldBe(unknown.StatusCode);
        (await known.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());
        await Eventually.HoldsAsync(
            () => Task.FromResult(service.Heard("auth.link_asked_for.v1").Any(data => data.GetProperty("email").GetString() == nobody)), "the request is worked on");
        service.Heard("auth.action_link_requested.v1").ShouldNotContain(data => data.GetProperty("email").GetString() == nobody);
    }

    [Fact]
    public async Task The_page_behind_the_reset_link_takes_a_good_password_and_no_other()
    {
        var email = await service.CustomerAsync();
        await service.AskForResetAsync(email);
        var token = await service.EmailedTokenAsync(email, "passwordReset");
        var page = await service.Anonymous().GetAsync($"/api/v1/auth/password-reset?token={token}");
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain($"value=\"{token}\"");

        (await (await FormAsync(token, "short")).Content.ReadAsStringAsync()).ShouldContain("<form");
        (await (await FormAsync(token, New)).Content.ReadAsStringAsync()).ShouldContain("is set");
        (await service.LogInAsync(email, New)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_password_keeps_the_callers_session_and_ends_the_others()
    {
        var here = await service.PersonAsync();
        var elsewhere = await service.LoggedInAsync(here.Email);
        (await ChangeAsync(here, AuthServiceFixture.Password, New)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await service.RefreshAsync(here.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.RefreshAsync(elsewhere.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.LogInAsync(here.Email, New)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.SecurityEventsAsync()).ShouldContain("passwordChanged");
    }

    [Fact]
    public async Task A_login_at_the_moment_of_a_change_does_not_outlive_it()
    {
        var person = await service.PersonAsync();
        var logins = Enumerable.Range(0, 6).Select(_ => service.LogInAsync(person.Email)).ToList();
        (await ChangeAsync(person, AuthServiceFixture.Password, New)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var login in (await Task.WhenAll(logins)).Where(response => response.StatusCode == HttpStatusCode.OK))
        {
            var token = (await login.JsonAsync()).GetProperty("refreshToken").GetString()!;
            (await service.RefreshAsync(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Guesses_at_the_present_password_count_like_logins()
    {
        var person = await service.PersonAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            (await (await ChangeAsync(person, $"guess number {guess}", New)).CodeAsync()).ShouldBe("auth.proof_wrong");
        }

        (await (await ChangeAsync(person, AuthServiceFixture.Password, New)).CodeAsync()).ShouldBe("auth.proof_wrong");
        (await service.LogInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.Anonymous().PutAsJsonAsync("/api/v1/auth/password", new { currentPassword = "x", newPassword = New })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("password1234", true)]
    [InlineData("Password!2025", true)]
    [InlineData("P@ssw0rd12345", true)]
    [InlineData("  letmein  123 ", true)]
    [InlineData("qwertyuiop123", true)]
    [InlineData("123456789012", true)]
    [InlineData("aaaaaaaaaaaa", true)]
    [InlineData("xyzxyzxyzxyz", true)]
    [InlineData("iloveyou2024!", true)]
    [InlineData("correct horse battery staple", true)]
    [InlineData("correct horse battery", false)]
    [InlineData("umbrella-cactus-1987", false)]
    [InlineData("Ærøskøbing i maj", false)]
    public void Passwords_that_are_tried_first_are_known_in_their_variations(string password, bool common) =>
        new CommonPasswords().Contains(password).ShouldBe(common);

    private static Task<HttpResponseMessage> ChangeAsync(Person person, string currentPassword, string newPassword) =>
        person.Client.PutAsJsonAsync("/api/v1/auth/password", new { currentPassword, newPassword });

    private Task<HttpResponseMessage> FormAsync(string token, string newPassword) => service.Anonymous().PostAsync(
        "/api/v1/auth/password-reset/form", new FormUrlEncodedContent([new("token", token), new("newPassword", newPassword)]));
}
