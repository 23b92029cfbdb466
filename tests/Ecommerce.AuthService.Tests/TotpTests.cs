using System.Text;
using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Tests.Fixture;

namespace Ecommerce.AuthService.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    // RFC 4226 appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Six_digits_are_those_of_the_standard(long step, string code) => Totp.Code(Secret, step).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_off_by_one_step(int off, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);

        (Totp.Match(Secret, Totp.Code(Secret, Totp.StepAt(now) + off), now, 0) is not null).ShouldBe(good);
    }

    [Fact]
    public void A_code_is_good_once_and_so_is_none_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var step = Totp.StepAt(now);

        Totp.Match(Secret, Totp.Code(Secret, step), now, step - 1).ShouldBe(step);
        Totp.Match(Secret, Totp.Code(Secret, step), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step - 1), now, step).ShouldBeNull();
        Totp.Match(Secret, "", now, 0).ShouldBeNull();
    }

    // RFC 4648 section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base_32(string plain, string encoded)
    {
        Base32.Encode(Encoding.ASCII.GetBytes(plain)).ShouldBe(encoded);
        Encoding.ASCII.GetString(Authenticator.Decode(encoded)).ShouldBe(plain);
    }
}
