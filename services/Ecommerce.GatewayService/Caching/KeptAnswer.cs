using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ecommerce.GatewayService.Caching;

/// <summary>An answer that anybody gets.</summary>
/// <param name="Headers">What is kept of its headers.</param>
/// <param name="Body">The body.</param>
/// <param name="At">When the service was asked.</param>
/// <param name="Until">When it is old.</param>
internal sealed record KeptAnswer(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body, DateTimeOffset At, DateTimeOffset Until)
{
    private const int TagBytes = 16;

    /// <summary>
    /// By its content: a product's own version says nothing of its stock, which is in the answer too. Strong, since the bytes are the same.
    /// </summary>
    public string ETag { get; } = $"\"{Base64Url.EncodeToString(SHA256.HashData(Body).AsSpan(0, TagBytes))}\"";
}
