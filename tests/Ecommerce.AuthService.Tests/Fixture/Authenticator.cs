using System.Net;
using System.Net.Http.Json;
using OtpNet;

namespace Ecommerce.AuthService.Tests.Fixture;

/// <summary>The app on somebody's phone.</summary>
internal sealed class Authenticator(Person owner, byte[] secret, string[] recoveryCodes)
{
    public string[] RecoveryCodes => recoveryCodes;

    /// <summary>The code that is shown now.</summary>
    public string Code => new Totp(secret).ComputeTotp();

    /// <summary>A code as after waiting for the next one: earlier ones do not count as used.</summary>
    public async Task<string> FreshCodeAsync()
    {
        await owner.Service.ScalarAsync<Guid>($"UPDATE accounts SET last_totp_step = 0 WHERE id = '{owner.Id}' RETURNING id");
        return Code;
    }

    public static async Task<Authenticator> EnrolAsync(Person owner)
    {
        var enrolment = await (await owner.Client.PostAsync("/api/v1/auth/mfa/totp", null)).JsonAsync();
        var secret = Base32Encoding.ToBytes(enrolment.GetProperty("secret").GetString()!);
        var confirmed = await owner.Client.PostAsJsonAsync("/api/v1/auth/mfa/totp/confirm", new { code = new Totp(secret).ComputeTotp() });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new Authenticator(owner, secret, [.. (await confirmed.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)]);
    }
}
