using System.Security.Cryptography;
using System.Text;
using Ecommerce.AuthService.Application;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Keeps private keys unreadable in the database and its backups: AES-256-GCM under a key that only the service has.</summary>
internal sealed class KeyEncryption(IOptions<KeyEncryptionOptions> options) : ISecretBox
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.KeyEncryptionKey));

    public byte[] Encrypt(byte[] plain, string owner = "")
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceLength), plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(owner));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was encrypted under another key or for another owner, or was changed.</exception>
    public byte[] Decrypt(byte[] sealedBytes, string owner = "")
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(owner));
        return plain;
    }
}
