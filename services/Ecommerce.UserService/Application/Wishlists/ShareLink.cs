using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>The secret of a shared list's link; only its hash is kept.</summary>
internal static class ShareLink
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
