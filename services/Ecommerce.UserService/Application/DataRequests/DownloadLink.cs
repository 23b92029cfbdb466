using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>The way to an archive: works once, for a short time, for its customer. Only its hash is kept.</summary>
internal sealed record DownloadLink(string Token, DateTimeOffset ExpiresAt)
{
    private const int TokenBytes = 32;

    public static DownloadLink Create(DateTimeOffset expiresAt) => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)), expiresAt);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
