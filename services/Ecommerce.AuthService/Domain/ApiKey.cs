using System.Security.Cryptography;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>A long-lived secret with which a program gets short tokens in the name of a member of staff. Only its hash is stored.</summary>
internal sealed class ApiKey : AggregateRoot<Guid>
{
    public const int MostPerAccount = 20;
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    private ApiKey()
    {
    }

    private ApiKey(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The key's beginning, to tell keys apart by.</summary>
    public string Prefix { get; private init; } = "";

    public byte[] Hash { get; private init; } = [];

    /// <summary>At most these of its owner's roles.</summary>
    public string[] Roles { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static ApiKey Create(Guid id, AccountId account, string name, string prefix, byte[] hash, string[] roles, DateTimeOffset now, TimeSpan lifetime) => new(id)
    {
        AccountId = account,
        Name = name.Trim(),
        Prefix = prefix,
        Hash = hash,
        Roles = roles,
        CreatedAt = now,
        ExpiresAt = now + lifetime,
    };

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    public bool IsOpenedBy(byte[] hash, DateTimeOffset now) => CryptographicOperations.FixedTimeEquals(Hash, hash) && IsLive(now);

    /// <returns>Whether it is to be stored: once a minute is often enough.</returns>
    public bool NoteUse(DateTimeOffset now)
    {
        if (LastUsedAt is { } last && now - last < UseNotedEvery)
        {
            return false;
        }

        LastUsedAt = now;
        Touch();
        return true;
    }

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Touch();
    }
}
