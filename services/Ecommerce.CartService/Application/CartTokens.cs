using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.CartService.Application;

/// <summary>Secrets of guest carts: 256 random bits, of which only the hash is stored.</summary>
internal static class CartTokens
{
    private const int LongestToken = 200;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <returns>Null where there is no token, or none of ours.</returns>
    public static byte[]? Hash(string? token) =>
        string.IsNullOrEmpty(token) || token.Length > LongestToken ? null : SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
