using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace Ecommerce.AuthService.Application.Mfa;

/// <summary>Codes for who has lost their authenticator. 80 random bits each, so that a plain hash is enough.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Length = 10;
    private const int GroupLength = 4;

    /// <returns>The codes as they are shown once, and as they are stored.</returns>
    public static (string[] Codes, string[] Hashes) Create()
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Length)))];
        return ([.. codes.Select(Grouped)], [.. codes.Select(Hash)]);
    }

    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())));

    private static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));
}
