using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Refresh tokens: the session's id and 256 random bits. Only a hash is stored.</summary>
internal static class RefreshTokens
{
    private const int SecretLength = 32;
    private const int IdLength = 16;

    public static (string Token, byte[] Hash) Create(Guid sessionId)
    {
        var bytes = new byte[IdLength + SecretLength];
        sessionId.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes.AsSpan(IdLength));
        return (Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <returns>The session that the token claims and the token's hash; null where it is no refresh token.</returns>
    public static (Guid SessionId, byte[] Hash)? Read(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length == IdLength + SecretLength ? (new Guid(bytes.AsSpan(0, IdLength), bigEndian: true), SHA256.HashData(bytes)) : null;
    }
}
