using System.Buffers.Binary;
using System.Security.Cryptography;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Sessions;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

internal sealed class RefreshTokens(DerivedSecrets secrets) : IRefreshTokens
{
    private const int IdLength = 16;

    private readonly Func<ReadOnlyMemory<byte>, byte[]> _derive = secrets.For("refresh tokens");

    public (string Token, byte[] Hash) Create(Guid sessionId, int rotation)
    {
        var data = new byte[IdLength + sizeof(int)];
        sessionId.TryWriteBytes(data, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(IdLength), rotation);
        return OpaqueToken.Write(sessionId, _derive(data));
    }

    // A hundred rotations a day for a year are some tens of milliseconds, and only for a token that is not the present one.
    public bool IsEarlier(Guid sessionId, int rotation, byte[] hash) =>
        Enumerable.Range(0, rotation).Any(earlier => CryptographicOperations.FixedTimeEquals(Create(sessionId, earlier).Hash, hash));
}
