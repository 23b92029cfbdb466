using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Microsoft.IdentityModel.JsonWebTokens;
using OtpNet;

namespace Ecommerce.AuthService.Tests;

public sealed class MfaTests(AuthServiceFixture service)
{
    [Fact]
    public async Task A_second_factor_is_set_up_with_a_qr_code_and_asked_for_from_then_on()
    {
        var person = await service.PersonAsync();
        var elsewhere = await service.LoggedInAsync(person.Email);
        var enrolment = await (await person.Client.PostAsync("/api/v1/auth/mfa/totp", null)).JsonAsync();
        enrolment.GetProperty("qrCode").GetString().ShouldStartWith("<svg");
        enrolment.GetProperty("uri").GetString().ShouldStartWith($"otpauth://totp/Shop:{Uri.EscapeDataString(person.Email)}?secret=");
        (await service.LogInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.OK, "not confirmed yet");
        (await (await person.Client.PostAsJsonAsync("/api/v1/auth/mfa/totp/confirm", new { code = "000000" })).CodeAsync()).ShouldBe("auth.enrolment_code_wrong");

        var authenticator = await Authenticator.EnrolAsync(person);
        authenticator.RecoveryCodes.Length.ShouldBe(10);
        (await service.RefreshAsync(elsewhere.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var status = await (await person.Client.GetAsync("/api/v1/auth/mfa")).JsonAsync();
        status.GetProperty("isEnabled").GetBoolean().ShouldBeTrue();
        status.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(10);

        var first = await service.LogInAsync(person.Email);
        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await first.Content.ReadAsStringAsync()).ShouldNotContain("accessToken");
        var second = await AnswerAsync(await ChallengeAsync(first), await authenticator.FreshCodeAsync());
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        Methods(await second.JsonAsync()).ShouldBe(["pwd", "otp", "mfa"]);
    }

    [Fact]
    public async Task A_code_cannot_be_used_again_within_its_window_even_at_the_same_time()
    {
        var person = await service.PersonAsync();
        var authenticator = await Authenticator.EnrolAsync(person);
        var challenges = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            challenges.Add(await ChallengeAsync(await service.LogInAsync(person.Email)));
        }

        var code = await authenticator.FreshCodeAsync();
        var responses = await Task.WhenAll(challenges.Select(challenge => AnswerAsync(challenge, code)));
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var refused in responses.Where(response => response.StatusCode != HttpStatusCode.OK))
        {
            (await refused.CodeAsync()).ShouldBe("auth.wrong_code");
        }
    }

    [Fact]
    public async Task A_challenge_is_good_for_one_login_five_minutes_and_the_credentials_that_it_was_made_for()
    {
        var person = await service.PersonAsync();
        var authenticator = await Authenticator.EnrolAsync(person);
        var used = await ChallengeAsync(await service.LogInAsync(person.Email));
        (await AnswerAsync(used, await authenticator.FreshCodeAsync())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await AnswerAsync(used, await authenticator.FreshCodeAsync())).CodeAsync()).ShouldBe("auth.challenge_invalid");

        var late = await ChallengeAsync(await service.LogInAsync(person.Email));
        await service.ScalarAsync<long>($"WITH aged AS (UPDATE login_challenges SET expires_at = now() WHERE account_id = '{person.Id}' RETURNING 1) SELECT count(*) FROM aged");
        (await (await AnswerAsync(late, await authenticator.FreshCodeAsync())).CodeAsync()).ShouldBe("auth.challenge_invalid");

        var before = await ChallengeAsync(await service.LogInAsync(person.Email));
        await person.Client.PutAsJsonAsync("/api/v1/auth/password", new { currentPassword = AuthServiceFixture.Password, newPassword = "a quite different password" });
        (await (await AnswerAsync(before, await authenticator.FreshCodeAsync())).CodeAsync()).ShouldBe("auth.challenge_invalid");
        (await (await AnswerAsync("nonsense", "123456")).CodeAsync()).ShouldBe("auth.challenge_invalid");
    }

    [Fact]
    public async Task Guesses_at_codes_lock_the_account_however_many_challenges_there_are()
    {
        var person = await service.PersonAsync();
        var authenticator = await Authenticator.EnrolAsync(person);
        var challenges = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            challenges.Add(await ChallengeAsync(await service.LogInAsync(person.Email)));
        }

        foreach (var challenge in challenges.Take(5))
        {
            (await (await AnswerAsync(challenge, "abcdef")).CodeAsync()).ShouldBe("auth.wrong_code");
        }

        (await (await AnswerAsync(challenges[5], await authenticator.FreshCodeAsync())).CodeAsync()).ShouldBe("auth.wrong_code");
        (await service.LogInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_recovery_code_works_once_though_it_is_used_several_times_at_once()
    {
        var person = await service.PersonAsync();
        var authenticator = await Authenticator.EnrolAsync(person);
        var challenges = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            challenges.Add(await ChallengeAsync(await service.LogInAsync(person.Email)));
        }

        var responses = await Task.WhenAll(challenges.Select(challenge => AnswerAsync(challenge, authenticator.RecoveryCodes[0].ToLowerInvariant())));
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        (await (await person.Client.GetAsync("/api/v1/auth/mfa")).JsonAsync()).GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
        (await person.SecurityEventsAsync()).ShouldContain("recoveryCodeUsed");
        (await service.ScalarAsync<string>($"SELECT recovery_code_hashes::text FROM accounts WHERE id = '{person.Id}'")).ShouldNotContain(authenticator.RecoveryCodes[1]);
    }

    [Fact]
    public async Task Disabling_asks_for_a_recent_proof_by_the_second_factor_itself()
    {
        var person = await service.PersonAsync();
        var authenticator = await Authenticator.EnrolAsync(person);
        await person.AgeProofAsync();
        (await (await person.Client.DeleteAsync("/api/v1/auth/mfa/totp")).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await person.Client.PostAsync("/api/v1/auth/mfa/recovery-codes", null)).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await StepUpAsync(person, new { password = AuthServiceFixture.Password })).CodeAsync()).ShouldBe("auth.code_required");
        (await (await StepUpAsync(person, new { code = "abcdef" })).CodeAsync()).ShouldBe("auth.proof_wrong");
        (await StepUpAsync(person, new { code = await authenticator.FreshCodeAsync() })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var replaced = await (await person.Client.PostAsync("/api/v1/auth/mfa/recovery-codes", null)).JsonAsync();
        replaced.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()).ShouldNotContain(authenticator.RecoveryCodes[0]);
        (await person.Client.DeleteAsync("/api/v1/auth/mfa/totp")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LogInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await person.SecurityEventsAsync()).ShouldContain("mfaDisabled");
    }

    [Fact]
    public async Task Setting_up_asks_for_a_recent_proof_and_is_done_once()
    {
        var person = await service.PersonAsync();
        (await (await person.Client.PostAsJsonAsync("/api/v1/auth/mfa/totp/confirm", new { code = "123456" })).CodeAsync()).ShouldBe("auth.mfa_not_pending");
        (await (await person.Client.DeleteAsync("/api/v1/auth/mfa/totp")).CodeAsync()).ShouldBe("auth.step_up_required");
        await person.AgeProofAsync();
        (await (await person.Client.PostAsync("/api/v1/auth/mfa/totp", null)).CodeAsync()).ShouldBe("auth.step_up_required");
        (await StepUpAsync(person, new { password = AuthServiceFixture.Password })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Authenticator.EnrolAsync(person);
        (await (await person.Client.PostAsync("/api/v1/auth/mfa/totp", null)).CodeAsync()).ShouldBe("auth.mfa_enabled");
    }

    [Fact]
    public async Task A_stolen_database_holds_no_secret_in_the_clear()
    {
        var person = await service.PersonAsync();
        var enrolment = await (await person.Client.PostAsync("/api/v1/auth/mfa/totp", null)).JsonAsync();
        var secret = Convert.ToHexStringLower(Base32Encoding.ToBytes(enrolment.GetProperty("secret").GetString()!));

        (await service.ScalarAsync<string>($"SELECT encode(pending_totp_secret, 'hex') FROM accounts WHERE id = '{person.Id}'")).ShouldNotContain(secret);
    }

    private static async Task<string> ChallengeAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await response.JsonAsync()).GetProperty("challenge").GetString()!;
    }

    private static IEnumerable<string> Methods(System.Text.Json.JsonElement pair) =>
        new JsonWebToken(pair.GetProperty("accessToken").GetString()).Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value);

    private static Task<HttpResponseMessage> StepUpAsync(Person person, object proof) => person.Client.PostAsJsonAsync("/api/v1/auth/step-up", proof);

    private Task<HttpResponseMessage> AnswerAsync(string challenge, string code) =>
        service.Anonymous().PostAsJsonAsync("/api/v1/auth/login/mfa", new { challenge, code });
}
