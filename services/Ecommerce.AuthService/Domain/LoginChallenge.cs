using System.Security.Cryptography;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>The way from the first proof of a login to the second. It is good for a few minutes, a few tries and one login.</summary>
internal sealed class LoginChallenge : AggregateRoot<Guid>
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private LoginChallenge()
    {
    }

    private LoginChallenge(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    /// <summary>What the account's credentials were when the first proof was given; others end it.</summary>
    public int CredentialVersion { get; private init; }

    public byte[] TokenHash { get; private init; } = [];

    /// <summary>How the first proof was given.</summary>
    public string[] Methods { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    public int Attempts { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static LoginChallenge Start(Guid id, Account account, byte[] tokenHash, string[] methods, DateTimeOffset now) => new(id)
    {
        AccountId = account.Id,
        CredentialVersion = account.CredentialVersion,
        TokenHash = tokenHash,
        Methods = methods,
        ExpiresAt = now + Lifetime,
    };

    public bool IsOpen(Account account, byte[] tokenHash, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(TokenHash, tokenHash)
        && UsedAt is null && ExpiresAt > now && Attempts < MostAttempts && CredentialVersion == account.CredentialVersion;

    public void Fail()
    {
        Attempts++;
        Touch();
    }

    public void Use(DateTimeOffset now)
    {
        UsedAt = now;
        Touch();
    }
}
