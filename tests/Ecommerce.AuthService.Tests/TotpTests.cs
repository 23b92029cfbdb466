using System.Text;
using OtpNet;
using Totp = Ecommerce.AuthService.Application.Mfa.Totp;

namespace Ecommerce.AuthService.Tests;

public sealed class TotpTests
{
    private const int Period = 30;
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1111111109);

    // RFC 6238 appendix B, SHA-1; ours are the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds), 0).ShouldBe(seconds / Period);

    // RFC 4226 appendix D.
    [Theory]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Steps_count_as_in_the_standard(long step, string code) =>
        Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(step * Period), 0).ShouldBe(step);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_off_by_one_step(int off, bool good) =>
        (Totp.Match(Secret, CodeAt(off), Now, 0) is not null).ShouldBe(good);

    [Fact]
    public void A_code_is_good_once_and_so_is_none_before_it()
    {
        var step = Now.ToUnixTimeSeconds() / Period;

        Totp.Match(Secret, CodeAt(0), Now, step - 1).ShouldBe(step);
        Totp.Match(Secret, CodeAt(0), Now, step).ShouldBeNull();
        Totp.Match(Secret, CodeAt(-1), Now, step).ShouldBeNull();
        Totp.Match(Secret, CodeAt(1), Now, step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("81804")]
    [InlineData("07081804")]
    [InlineData("08180４")]
    [InlineData("ab!804")]
    public void What_is_not_exactly_the_six_digits_is_wrong(string code) => Totp.Match(Secret, code, Now, 0).ShouldBeNull();

    [Fact]
    public void The_authenticator_app_is_given_the_secret_and_how_codes_are_made() =>
        Totp.Uri(Secret, "ada+1@example.com", "The Shop").ShouldBe(
            "otpauth://totp/The%20Shop:ada%2B1%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=The%20Shop&algorithm=SHA1&digits=6&period=30");

    private static string CodeAt(int off) => new OtpNet.Totp(Secret).ComputeTotp(Now.UtcDateTime.AddSeconds(off * Period));
}
