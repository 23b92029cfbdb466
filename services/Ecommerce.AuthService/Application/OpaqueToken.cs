using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ecommerce.AuthService.Application;

/// <summary>Tokens that mean nothing to who holds them: an id to find the row by, and 256 bits. Only a hash is stored.</summary>
internal static class OpaqueToken
{
    public const int SecretLength = 32;
    private const int IdLength = 16;

    public static (string Token, byte[] Hash) Create(Guid id)
    {
        Span<byte> secret = stackalloc byte[SecretLength];
        RandomNumberGenerator.Fill(secret);
        return Write(id, secret);
    }

    public static (string Token, byte[] Hash) Write(Guid id, ReadOnlySpan<byte> secret)
    {
        var bytes = new byte[IdLength + SecretLength];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        secret.CopyTo(bytes.AsSpan(IdLength));
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <returns>The id that the token claims and the token's hash; null where it is no such token.</returns>
    public static (Guid Id, byte[] Hash)? Read(string? token)
    {
        if (token is null || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length == IdLength + SecretLength ? (new Guid(bytes.AsSpan(0, IdLength), bigEndian: true), SHA256.HashData(bytes)) : null;
    }
}
