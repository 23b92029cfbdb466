using OtpNet;

namespace Ecommerce.AuthService.Application.Mfa;

/// <summary>Time-based one-time passwords (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, as every authenticator app has them.</summary>
internal static class Totp
{
    public const int SecretLength = 20;
    public const int Digits = 6;
    public const int Period = 30;

    // A clock may be one step off, either way.
    private static readonly VerificationWindow Window = VerificationWindow.RfcSpecifiedNetworkDelay;

    /// <summary>The step that a code belongs to, later than the last one that was used: a code is good once.</summary>
    /// <remarks>Otp.NET compares all digits whatever the first ones are. It stops at the first step that matches, which only the holder of a right code can see.</remarks>
    /// <returns>Null where the code is wrong, too old, too early or used.</returns>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long lastUsedStep) =>
        new OtpNet.Totp(secret, Period, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, code, out var step, Window) && step > lastUsedStep ? step : null;

    /// <summary>What an authenticator app reads from the QR code.</summary>
    public static string Uri(byte[] secret, string email, string issuer) =>
        new OtpUri(OtpType.Totp, secret, email, issuer, OtpHashMode.Sha1, Digits, Period).ToString();
}
