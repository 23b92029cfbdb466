using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Secrets that follow from an id and the service's key, and so are stored nowhere; a key of its own for each use (HKDF).</summary>
internal sealed class DerivedSecrets(IOptions<KeyEncryptionOptions> options)
{
    private const int KeyLength = 32;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.KeyEncryptionKey);

    public Func<ReadOnlyMemory<byte>, byte[]> For(string use)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyLength, info: Encoding.UTF8.GetBytes(use));
        return data => HMACSHA256.HashData(key, data.Span);
    }
}
