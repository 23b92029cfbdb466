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

    private Account(AccountId id, string email, string name, string locale, string? passwordHash, string[] roles, DateTimeOffset now)
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

    public string Name { get; private set; } = "";

    public string Locale { get; private set; } = "";

    /// <summary>Null for someone who only logs in at an external provider.</summary>
    public string? PasswordHash { get; private set; }

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset RegisteredAt { get; private init; }

    public DateTimeOffset? EmailVerifiedAt { get; private set; }

    public int FailedLogins { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>The one verification link that works; a newer one takes its place.</summary>
    public Guid? OpenVerificationLink { get; private set; }

    /// <summary>The one reset link that works; a newer one, its use or another password takes it away.</summary>
    public Guid? OpenResetLink { get; private set; }

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public static Account Register(AccountId id, string email, string name, string locale, string? passwordHash, string[] roles, DateTimeOffset now)
    {
        var account = new Account(id, email.Trim(), name.Trim(), locale, passwordHash, roles, now);
        account.Raise(new AccountRegistered(now));
        return account;
    }

    /// <summary>
    /// Somebody registers the address again before anyone has proved to read it. The password of the last one counts, so that
    /// who registers a stranger's address first does not hold the account that the stranger then verifies.
    /// </summary>
    public void RegisterAgain(string name, string locale, string passwordHash)
    {
        Name = name.Trim();
        Locale = locale;
        PasswordHash = passwordHash;
        Touch();
    }

    public void VerifyEmail(DateTimeOffset now)
    {
        if (EmailVerifiedAt is not null)
        {
            return;
        }

        EmailVerifiedAt = now;
        OpenVerificationLink = null;
        Raise(new AccountEmailVerified(now));
        Touch();
    }

    /// <summary>Makes a link. Earlier ones of the purpose stop working.</summary>
    public ActionLink RequestLink(Guid id, ActionPurpose purpose, DateTimeOffset now)
    {
        SetOpenLink(purpose, id);
        Touch();
        return ActionLink.Request(id, this, purpose, now);
    }

    public bool IsOpen(ActionLink link, DateTimeOffset now) => OpenLink(link.Purpose) == link.Id && link.IsUsable(now);

    public Result UseLink(ActionLink link, DateTimeOffset now)
    {
        if (!IsOpen(link, now))
        {
            return AccountErrors.LinkInvalid;
        }

        SetOpenLink(link.Purpose, null);
        Touch();
        return link.Use(now);
    }

    /// <summary>A new password. It ends the lock, and the reset link that may be on its way.</summary>
    public void SetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        OpenResetLink = null;
        FailedLogins = 0;
        LockedUntil = null;
        Touch();
    }

    /// <summary>The same password, hashed with more work than before.</summary>
    public void Rehash(string passwordHash) => PasswordHash = passwordHash;

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>After five wrong passwords or codes each further one doubles the time in which none is looked at, up to an hour.</summary>
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

    /// <param name="sessionId">The session that starts.</param>
    /// <param name="device">How the device describes itself.</param>
    /// <param name="newDevice">The device, where the account was not used on it before; its owner is told.</param>
    /// <param name="now">When.</param>
    public Result RecordLogin(Guid sessionId, string device, Guid? newDevice, DateTimeOffset now)
    {
        if (EmailVerifiedAt is null)
        {
            return AccountErrors.EmailNotVerified;
        }

        FailedLogins = 0;
        LockedUntil = null;
        Raise(new AccountLoggedIn(sessionId, device, now));
        if (newDevice is { } deviceId)
        {
            Raise(new AccountLoggedInOnNewDevice(deviceId, device, now));
        }

        Touch();
        return Result.Success;
    }

    private Guid? OpenLink(ActionPurpose purpose) => purpose switch
    {
        ActionPurpose.EmailVerification => OpenVerificationLink,
        ActionPurpose.PasswordReset => OpenResetLink,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    private void SetOpenLink(ActionPurpose purpose, Guid? link) => _ = purpose switch
    {
        ActionPurpose.EmailVerification => OpenVerificationLink = link,
        ActionPurpose.PasswordReset => OpenResetLink = link,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };
}
