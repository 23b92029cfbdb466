using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;

namespace Ecommerce.AuthService.Tests;

public sealed class RegistrationTests(AuthServiceFixture service)
{
    [Fact]
    public async Task An_account_is_made_verified_by_the_emailed_link_and_used()
    {
        var email = service.NewEmail();
        (await service.RegisterAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var registered = await service.HeardAsync("auth.user_registered.v1", email);
        registered.GetProperty("name").GetString().ShouldBe("Ada");
        registered.GetProperty("locale").GetString().ShouldBe("en-GB");

        var early = await service.LogInAsync(email);
        early.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await early.CodeAsync()).ShouldBe("auth.email_not_verified");

        (await service.VerifyAsync(await service.EmailedTokenAsync(email))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await service.HeardAsync("auth.email_verified.v1", email);
        (await service.LogInAsync(email.ToUpperInvariant())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_works_once_though_it_is_used_several_times_at_once()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        var token = await service.EmailedTokenAsync(email);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.VerifyAsync(token)));
        responses.Count(response => response.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        foreach (var refused in responses.Where(response => response.StatusCode != HttpStatusCode.NoContent))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.CodeAsync()).ShouldBe("auth.link_invalid");
        }

        var linkId = await service.LinkIdAsync(email);
        (await (await (await service.AsServiceAsync("notification-service")).GetAsync($"/internal/v1/action-links/{linkId}")).CodeAsync()).ShouldBe("auth.link_not_found");
    }

    [Fact]
    public async Task A_link_that_has_expired_or_was_tampered_with_is_refused()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        var token = await service.EmailedTokenAsync(email);
        var linkId = await service.LinkIdAsync(email);

        (await (await service.VerifyAsync((token[0] == 'A' ? 'B' : 'A') + token[1..])).CodeAsync()).ShouldBe("auth.link_invalid");
        (await (await service.VerifyAsync("nonsense")).CodeAsync()).ShouldBe("auth.link_invalid");
        await service.ScalarAsync<Guid>($"UPDATE action_links SET expires_at = now() WHERE id = '{linkId}' RETURNING id");
        (await (await service.VerifyAsync(token)).CodeAsync()).ShouldBe("auth.link_invalid");
    }

    [Fact]
    public async Task The_page_behind_the_link_uses_it_only_when_its_button_is_pressed()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        var token = await service.EmailedTokenAsync(email);

        (await service.Anonymous().GetStringAsync($"/api/v1/auth/verify-email?token={token}")).ShouldContain($"value=\"{token}\"");
        (await service.Anonymous().GetStringAsync("/api/v1/auth/verify-email?token=%22%3E%3Cscript%3E")).ShouldNotContain("<script>");
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var answer = await service.Anonymous().PostAsync("/api/v1/auth/verify-email/form", new FormUrlEncodedContent([new("token", token)]));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("is verified");
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_has_an_account()
    {
        var taken = await service.CustomerAsync();
        var (known, unknown) = (await service.RegisterAsync(taken, "another password"), await service.RegisterAsync(service.NewEmail(), "another password"));
        known.StatusCode.ShouldBe(unknown.StatusCode);
        (await known.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());

        var (wrong, nobody) = (await service.LogInAsync(taken, "another password"), await service.LogInAsync("nobody@example.com", "another password"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.JsonAsync()).GetProperty("detail").GetString().ShouldBe((await nobody.JsonAsync()).GetProperty("detail").GetString());
        (await service.LogInAsync(taken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_registers_several_times_at_once_gets_one_account()
    {
        var email = service.NewEmail();
        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.RegisterAsync(email)));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.Accepted);
        (await service.ScalarAsync<long>($"SELECT count(*) FROM accounts WHERE email = '{email}'")).ShouldBe(1);
        await service.HeardAsync("auth.user_registered.v1", email);
    }

    [Fact]
    public async Task Of_two_registrations_of_one_address_neither_password_counts_and_who_reads_the_mails_chooses_one()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email, "the owner's password");
        var first = await service.EmailedTokenAsync(email);

        // A stranger: without this the owner would verify the stranger's password by the newer mail.
        await service.RegisterAsync(email, "the stranger's password");
        var second = await service.EmailedTokenAsync(email, number: 2);
        (await (await service.VerifyAsync(first)).CodeAsync()).ShouldBe("auth.link_invalid");
        var verified = await service.VerifyAsync(second);
        (await verified.JsonAsync()).GetProperty("passwordLinkSent").GetBoolean().ShouldBeTrue();
        (await service.LogInAsync(email, "the stranger's password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.LogInAsync(email, "the owner's password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await service.ResetAsync(await service.EmailedTokenAsync(email, "passwordReset"), "the chosen password")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LogInAsync(email, "the chosen password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_registers_twice_with_one_password_keeps_it()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        await service.RegisterAsync(email);

        (await service.VerifyAsync(await service.EmailedTokenAsync(email, number: 2))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lost_verification_mail_is_sent_again_and_the_lost_link_does_not_work_any_more()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        var lost = await service.EmailedTokenAsync(email);
        foreach (var anyone in new[] { email, service.NewEmail() })
        {
            (await service.Anonymous().PostAsJsonAsync("/api/v1/auth/verify-email/resend", new { email = anyone })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        var again = await service.EmailedTokenAsync(email, number: 2);
        (await (await service.VerifyAsync(lost)).CodeAsync()).ShouldBe("auth.link_invalid");
        (await service.VerifyAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("""{"email":"ada","password":"long enough to pass","name":"Ada"}""", "email")]
    [InlineData("""{"email":"ada@example.com","password":"short","name":"Ada"}""", "password")]
    [InlineData("""{"email":"ada@example.com","password":"ADA@example.com","name":"Ada"}""", "password")]
    [InlineData("""{"email":"ada@example.com","password":"eleven char","name":"Ada"}""", "password")]
    [InlineData("""{"email":"ada@example.com","password":"P4$$w0rd!!2024","name":"Ada"}""", "password")]
    [InlineData("""{"email":"ada@example.com","password":"1qaz2wsx3edc4rfv","name":"Ada"}""", "password")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass","name":""}""", "name")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass","name":"Ada\n\nYou have won"}""", "name")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass","name":"Win at https://evil.example"}""", "name")]
    [InlineData("""{"email":"a b@c","password":"long enough to pass","name":"Ada"}""", "email")]
    [InlineData("""{"email":"<ada@example.com>","password":"long enough to pass","name":"Ada"}""", "email")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass","name":"Ada","locale":"?"}""", "locale")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass","name":"Ada","roles":["admin"]}""", "roles")]
    [InlineData("""{"email":"ada@example.com","password":"long enough to pass"}""", "name")]
    public async Task Bad_input_is_refused_by_field(string body, string field)
    {
        var response = await service.Anonymous().PostAsync("/api/v1/auth/register", new StringContent(body, null, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Theory]
    [InlineData("POST", "/api/v1/auth/register", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/api/v1/auth/verify-email/form", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "/api/v1/auth/password", HttpStatusCode.Unauthorized)]
    public async Task A_body_of_another_type_is_refused_after_it_is_known_who_calls(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("<a/>", null, "application/xml") };

        (await service.Anonymous().SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_text_that_no_database_holds_is_bad_input()
    {
        var response = await service.Anonymous().PostAsJsonAsync("/api/v1/auth/register", new { email = "eve\0@example.com", password = "long enough to pass", name = "Eve\0" });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
