using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.AuthService.Domain;

/// <summary>Time-based one-time passwords (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, as every authenticator app has them.</summary>
internal static class Totp
{
    public const int SecretLength = 20;
    public const int Digits = 6;
    public const int Period = 30;

    /// <summary>How many steps a clock may be off, either way.</summary>
    private const int Tolerance = 1;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Period;

    /// <summary>The step that a code belongs to, later than the last one that was used: a code is good once.</summary>
    /// <returns>Null where the code is wrong, too old, too early or used.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsedStep)
    {
        long? match = null;
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            // Every step is looked at, so that the time says nothing.
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), given);
            match = isRight && step > lastUsedStep ? step : match;
        }

        return match;
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "What authenticator apps implement; HMAC-SHA-1 is not broken.")]
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);

        // RFC 4226 section 5.3.
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
