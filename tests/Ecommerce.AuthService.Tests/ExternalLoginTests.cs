using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecommerce.AuthService.Tests;

/// <summary>Against the OpenID Connect provider of the sandbox, over the wire.</summary>
public sealed class ExternalLoginTests(AuthServiceFixture service)
{
    [Fact]
    public async Task Someone_new_gets_an_account_that_the_next_login_finds_again()
    {
        (await (await service.Anonymous().GetAsync("/api/v1/auth/external/providers")).JsonAsync())[0].GetProperty("name").GetString().ShouldBe("sandbox");
        var email = service.NewEmail();
        var first = await LogInAsync(await ArriveAsync(email));
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var person = Person.Of(service, email, await first.JsonAsync());
        person.Token.GetClaim("email").Value.ShouldBe(email);
        person.Token.Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).ShouldBe(["ext"]);
        await service.HeardAsync("auth.email_verified.v1", email);

        var again = await (await LogInAsync(await ArriveAsync(email))).JsonAsync();
        new JsonWebToken(again.GetProperty("accessToken").GetString()).Subject.ShouldBe(person.Id.ToString());
        (await service.LogInAsync(email, "any password at all")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await person.Client.DeleteAsync("/api/v1/auth/external/sandbox/link")).CodeAsync()).ShouldBe("auth.last_login");
    }

    // Medusa 9999, 11147, 11827, 14113.
    [Fact]
    public async Task An_account_with_the_same_address_is_not_joined_without_proof()
    {
        var person = await service.PersonAsync();
        (await (await LogInAsync(await ArriveAsync(person.Email))).CodeAsync()).ShouldBe("auth.link_proof_required");
        (await Links(person)).ShouldBeEmpty();

        (await LinkAsync(person, await ArriveAsync(person.Email))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Links(person)).ShouldBe(["sandbox"]);
        var pair = await (await LogInAsync(await ArriveAsync(person.Email))).JsonAsync();
        new JsonWebToken(pair.GetProperty("accessToken").GetString()).Subject.ShouldBe(person.Id.ToString());

        (await person.Client.DeleteAsync("/api/v1/auth/external/sandbox/link")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await LogInAsync(await ArriveAsync(person.Email))).CodeAsync()).ShouldBe("auth.link_proof_required");
        (await person.SecurityEventsAsync()).ShouldContain("externalLoginUnlinked");
    }

    [Fact]
    public async Task Linking_asks_for_a_recent_proof_and_takes_nobody_elses_account()
    {
        var (ada, eve) = (await service.PersonAsync(), await service.PersonAsync());
        (await LinkAsync(ada, await ArriveAsync(ada.Email))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await LinkAsync(eve, await ArriveAsync(ada.Email))).CodeAsync()).ShouldBe("auth.external_taken");
        (await (await LinkAsync(ada, await ArriveAsync(eve.Email))).CodeAsync()).ShouldBe("auth.external_taken");
        await eve.AgeProofAsync();
        (await (await LinkAsync(eve, await ArriveAsync(eve.Email))).CodeAsync()).ShouldBe("auth.step_up_required");
    }

    [Fact]
    public async Task An_address_that_the_provider_has_not_verified_proves_nothing()
    {
        var person = await service.PersonAsync();

        (await (await LogInAsync(await ArriveAsync(person.Email, verified: false))).CodeAsync()).ShouldBe("auth.external_email_unverified");
        (await (await LogInAsync(await ArriveAsync(service.NewEmail(), verified: false))).CodeAsync()).ShouldBe("auth.external_email_unverified");
    }

    [Fact]
    public async Task Who_registered_an_address_that_somebody_else_proves_keeps_no_way_in()
    {
        var email = service.NewEmail();
        await service.RegisterAsync(email);
        var link = await service.EmailedTokenAsync(email);

        (await LogInAsync(await ArriveAsync(email))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await service.VerifyAsync(link)).CodeAsync()).ShouldBe("auth.link_invalid");
    }

    [Fact]
    public async Task An_answer_is_good_once_and_only_for_who_started()
    {
        var (mine, theirs) = (await ArriveAsync(service.NewEmail()), await ArriveAsync(service.NewEmail()));
        (await (await LogInAsync(mine with { Flow = theirs.Flow })).CodeAsync()).ShouldBe("auth.flow_invalid");
        (await (await LogInAsync(mine with { State = "nonsense" })).CodeAsync()).ShouldBe("auth.flow_invalid");
        (await (await LogInAsync(mine with { Code = theirs.Code })).CodeAsync()).ShouldBe("auth.external_refused", "the code belongs to another verifier");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LogInAsync(theirs)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(1);
        (await (await LogInAsync(theirs)).CodeAsync()).ShouldBe("auth.flow_invalid");
        var late = await ArriveAsync(service.NewEmail());
        await service.ScalarAsync<long>("WITH aged AS (UPDATE external_flows SET expires_at = now() WHERE used_at IS NULL RETURNING 1) SELECT count(*) FROM aged");
        (await (await LogInAsync(late)).CodeAsync()).ShouldBe("auth.flow_invalid");
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_after_an_external_login_too()
    {
        var person = await service.PersonAsync();
        await LinkAsync(person, await ArriveAsync(person.Email));
        await Authenticator.EnrolAsync(person);

        (await LogInAsync(await ArriveAsync(person.Email))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_person_without_a_name_and_with_a_long_address_gets_an_account()
    {
        var email = $"{new string('a', 99)}😀@example.com";
        var person = Person.Of(service, email, await (await LogInAsync(await ArriveAsync(email, name: ""))).JsonAsync());

        (await service.ScalarAsync<string>($"SELECT name FROM accounts WHERE id = '{person.Id}'")).ShouldBe(new string('a', 99), "half a character is none");
    }

    [Fact]
    public async Task A_provider_that_breaks_the_protocol_logs_nobody_in()
    {
        // OpenID Connect Core 1.0 section 2: a subject has at most 255 characters.
        (await (await LogInAsync(await ArriveAsync(service.NewEmail(), subject: new string('s', 256)))).CodeAsync()).ShouldBe("auth.external_refused");
    }

    [Fact]
    public async Task A_provider_that_is_not_configured_is_not_there()
    {
        (await (await service.Anonymous().PostAsync("/api/v1/auth/external/elsewhere/start", null)).CodeAsync()).ShouldBe("auth.provider_unknown");
        (await service.Anonymous().PostAsJsonAsync("/api/v1/auth/external/sandbox/login", new { flow = "", state = "", code = "" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<IEnumerable<string?>> Links(Person person) =>
        (await (await person.Client.GetAsync("/api/v1/auth/external/links")).JsonAsync()).EnumerateArray().Select(link => link.GetProperty("provider").GetString());

    private static Task<HttpResponseMessage> LinkAsync(Person person, Answer answer) => person.Client.PostAsJsonAsync("/api/v1/auth/external/sandbox/link", answer);

    private Task<HttpResponseMessage> LogInAsync(Answer answer) => service.Anonymous().PostAsJsonAsync("/api/v1/auth/external/sandbox/login", answer);

    // Starts, logs in at the provider, and comes back to the shop.
    private async Task<Answer> ArriveAsync(string email, bool verified = true, string name = "Ada", string subject = "")
    {
        var started = await (await service.Anonymous().PostAsync("/api/v1/auth/external/sandbox/start", null)).JsonAsync();
        var request = QueryHelpers.ParseQuery(new Uri(started.GetProperty("authorizationUrl").GetString()!).Query);
        request["code_challenge_method"].ToString().ShouldBe("S256");
        var form = request.Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.ToString()))
            .Concat([new("email", email), new("name", name), new("sub", subject), new("email_verified", verified ? "true" : "false")]);
        using var response = await service.Sandbox.PostAsync("/openid/authorize", new FormUrlEncodedContent(form));
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldStartWith("https://shop.example/login/callback?");
        var back = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        return new Answer(started.GetProperty("flow").GetString()!, back["state"].ToString(), back["code"].ToString());
    }

    private sealed record Answer(string Flow, string State, string Code);
}
