using System.Security.Cryptography;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>Where an account is used, known again by a token that it keeps. A description alone would be too easy to copy.</summary>
internal sealed class Device : AggregateRoot<Guid>
{
    private Device()
    {
    }

    private Device(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; private set; }

    /// <summary>How it describes itself.</summary>
    public string UserAgent { get; private set; } = "";

    public byte[] TokenHash { get; private init; } = [];

    public DateTimeOffset FirstSeenAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public static Device Register(Guid id, AccountId account, string userAgent, byte[] tokenHash, DateTimeOffset now) => new(id)
    {
        AccountId = account,
        UserAgent = userAgent,
        TokenHash = tokenHash,
        FirstSeenAt = now,
        LastSeenAt = now,
    };

    public bool IsKnownBy(AccountId account, byte[] tokenHash) =>
        AccountId == account && CryptographicOperations.FixedTimeEquals(TokenHash, tokenHash);

    public void Use(string userAgent, DateTimeOffset now)
    {
        UserAgent = userAgent;
        LastSeenAt = now;
        Touch();
    }

    public void Rename(string name)
    {
        Name = name.Trim();
        Touch();
    }
}
