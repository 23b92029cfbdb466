using System.Security.Cryptography;

namespace Ecommerce.ProviderSandbox.Storage;

internal static class WireIds
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string New(string prefix, int length = 24) => prefix + RandomNumberGenerator.GetString(Alphanumeric, length);

    public static string Hex(int length = 32) => RandomNumberGenerator.GetHexString(length, lowercase: true);

    public static string Digits(int length) => RandomNumberGenerator.GetString("0123456789", length);
}
