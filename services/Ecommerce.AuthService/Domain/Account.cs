using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Domain;

/// <summary>Someone who can log in.</summary>
internal sealed class Account : AggregateRoot<AccountId>
{
    private const int FreeAttempts = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private Account()
    {
    }

    private Account(AccountId id, string email, string name, string locale, string passwordHash, string[] roles, DateTimeOffset now)
        : base(id)
    {
        Email = email;
        NormalizedEmail = Normalize(email);
        Name = name;
        Locale = locale;
        PasswordHash = passwordHash;
        Roles = roles;
        RegisteredAt = now;
    }

    public string Email { get; private init; } = "";

    public string NormalizedEmail { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string Locale { get; private init; } = "";

    public string PasswordHash { get; private set; } = "";

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset RegisteredAt { get; private init; }

    public DateTimeOffset? EmailVerifiedAt { get; private set; }

    public int FailedLogins { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public static Account Register(AccountId id, string email, string name, string locale, string passwordHash, string[] roles, DateTimeOffset now)
    {
        var account = new Account(id, email.Trim(), name.Trim(), locale, passwordHash, roles, now);
        account.Raise(new AccountRegistered(now));
        return account;
    }

    public void VerifyEmail(DateTimeOffset now)
    {
        if (EmailVerifiedAt is not null)
        {
            return;
        }

        EmailVerifiedAt = now;
        Raise(new AccountEmailVerified(now));
        Touch();
    }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>After five wrong passwords each further one doubles the time in which none is looked at, up to an hour.</summary>
    public void RecordFailedLogin(DateTimeOffset now)
    {
        FailedLogins++;
        if (FailedLogins >= FreeAttempts)
        {
            var delay = FirstDelay * Math.Pow(2, Math.Min(FailedLogins - FreeAttempts, 10));
            LockedUntil = now + (delay < LongestDelay ? delay : LongestDelay);
        }

        Touch();
    }

    public Result RecordLogin(Guid sessionId, string device, DateTimeOffset now)
    {
        if (EmailVerifiedAt is null)
        {
            return AccountErrors.EmailNotVerified;
        }

        FailedLogins = 0;
        LockedUntil = null;
        Raise(new AccountLoggedIn(sessionId, device, now));
        Touch();
        return Result.Success;
    }
}
