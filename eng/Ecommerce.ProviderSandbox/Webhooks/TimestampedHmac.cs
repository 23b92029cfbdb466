using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>The scheme that several companies share: <c>t=unix,v1=hex(HMAC-SHA256(secret, t + "." + body))</c>.</summary>
internal static class TimestampedHmac
{
    public static string Header(string secret, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(stamp + "."));
        hmac.AppendData(body);
        return $"t={stamp},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
