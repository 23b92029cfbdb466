using System.Security.Cryptography;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>A login on a device: the family of the refresh tokens that follow from it.</summary>
internal sealed class Session : AggregateRoot<Guid>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How long after an exchange the same token again is a repeated request (a double submit, a lost answer), not a theft.</summary>
    public static readonly TimeSpan RepeatWindow = TimeSpan.FromSeconds(10);

    /// <summary>How long a proof counts as recent.</summary>
    public static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(10);

    private Session()
    {
    }

    private Session(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    public Guid DeviceId { get; private init; }

    public string Device { get; private init; } = "";

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset LastUsedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>How the person proved who they are (RFC 8176).</summary>
    public string[] Methods { get; private set; } = [];

    /// <summary>When they last did.</summary>
    public DateTimeOffset AuthenticatedAt { get; private set; }

    /// <summary>The number of the refresh token that is good now; each exchange counts.</summary>
    public int Rotation { get; private set; }

    /// <summary>SHA-256 of the refresh token that is good now.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>SHA-256 of the one before.</summary>
    public byte[]? PreviousTokenHash { get; private set; }

    public static Session Start(Guid id, AccountId account, Device device, string userAgent, byte[] tokenHash, string[] methods, DateTimeOffset now) => new(id)
    {
        AccountId = account,
        DeviceId = device.Id,
        Device = userAgent,
        StartedAt = now,
        LastUsedAt = now,
        ExpiresAt = now + Lifetime,
        Methods = methods,
        AuthenticatedAt = now,
        TokenHash = tokenHash,
    };

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    public bool IsProvedRecently(DateTimeOffset now) => now - AuthenticatedAt < ProofLifetime;

    public bool IsCurrent(byte[] tokenHash) => CryptographicOperations.FixedTimeEquals(TokenHash, tokenHash);

    public bool IsRepeat(byte[] tokenHash, DateTimeOffset now) =>
        PreviousTokenHash is not null && CryptographicOperations.FixedTimeEquals(PreviousTokenHash, tokenHash) && now - LastUsedAt <= RepeatWindow;

    public void Rotate(byte[] tokenHash, DateTimeOffset now)
    {
        PreviousTokenHash = TokenHash;
        TokenHash = tokenHash;
        Rotation++;
        LastUsedAt = now;
        ExpiresAt = now + Lifetime;
        Touch();
    }

    /// <summary>The person proved again who they are.</summary>
    public void Prove(string[] methods, DateTimeOffset now)
    {
        Methods = [.. Methods.Union(methods)];
        AuthenticatedAt = now;
        Touch();
    }

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Touch();
    }
}
