using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>A login on a device: the family of the refresh tokens that follow from it.</summary>
internal sealed class Session : AggregateRoot<Guid>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private Session()
    {
    }

    private Session(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    public string Device { get; private init; } = "";

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset LastUsedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>SHA-256 of the refresh token that is good now.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public static Session Start(Guid id, AccountId account, string device, byte[] tokenHash, DateTimeOffset now) => new(id)
    {
        AccountId = account,
        Device = device,
        StartedAt = now,
        LastUsedAt = now,
        ExpiresAt = now + Lifetime,
        TokenHash = tokenHash,
    };

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    public void Rotate(byte[] tokenHash, DateTimeOffset now)
    {
        TokenHash = tokenHash;
        LastUsedAt = now;
        ExpiresAt = now + Lifetime;
        Touch();
    }

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Touch();
    }
}
