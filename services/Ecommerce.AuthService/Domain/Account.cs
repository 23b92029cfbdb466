using System.Security.Cryptography;
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

    /// <summary>Counts the changes of password and second factor.</summary>
    public int CredentialVersion { get; private set; }

    /// <summary>Encrypted; asked for only once it is confirmed.</summary>
    public byte[]? PendingTotpSecret { get; private set; }

    /// <summary>Encrypted.</summary>
    public byte[]? TotpSecret { get; private set; }

    /// <summary>The step of the last code; no code of it or before is taken again.</summary>
    public long LastTotpStep { get; private set; }

    public DateTimeOffset? MfaEnabledAt { get; private set; }

    /// <summary>Hashes of the codes that are still unused.</summary>
    public string[] RecoveryCodeHashes { get; private set; } = [];

    public bool HasMfa => MfaEnabledAt is not null;

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public static Account Register(AccountId id, string email, string name, string locale, string? passwordHash, string[] roles, DateTimeOffset now)
    {
        var account = new Account(id, email.Trim(), name.Trim(), locale, passwordHash, roles, now);
        account.Raise(new AccountRegistered(now));
        return account;
    }

    /// <summary>
    /// Somebody registers the address again before anyone has proved to read it. Whose link is clicked says nothing about whose password
    /// it is, so where they differ none counts: whoever verifies the address chooses one by a link that only they get.
    /// </summary>
    public void RegisterAgain(string name, string locale, bool isSamePassword)
    {
        Name = name.Trim();
        Locale = locale;
        PasswordHash = isSamePassword ? PasswordHash : null;
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
        CredentialVersion++;
        Touch();
    }

    /// <summary>Whoever set it had not proved the address, and somebody else now has.</summary>
    public void DropPassword()
    {
        PasswordHash = null;
        CredentialVersion++;
        Touch();
    }

    /// <summary>One way to log in has to stay.</summary>
    public Result AllowUnlink(int externalLogins)
    {
        if (PasswordHash is null && externalLogins < 2)
        {
            return AccountErrors.LastLogin;
        }

        Touch();
        return Result.Success;
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

    /// <summary>Nothing happens where they have the role already.</summary>
    public Result GrantRole(string role, DateTimeOffset now)
    {
        if (!StaffRoles.All.Contains(role))
        {
            return AccountErrors.RoleUnknown;
        }

        if (EmailVerifiedAt is null)
        {
            return AccountErrors.EmailNotVerified;
        }

        return ChangeRoles([.. Roles.Union([role])], now);
    }

    /// <summary>Whoever reads the address, and nobody who may have registered it before them.</summary>
    public void MakeFirstAdmin(DateTimeOffset now)
    {
        if (EmailVerifiedAt is null)
        {
            DropPassword();
        }

        ChangeRoles([.. Roles.Union([StaffRoles.Admin])], now);
    }

    public Result RevokeRole(string role, DateTimeOffset now) =>
        StaffRoles.All.Contains(role) ? ChangeRoles([.. Roles.Except([role])], now) : AccountErrors.RoleUnknown;

    /// <summary>One more key, if there is room; of two at the same time the later one counts again.</summary>
    public Result AllowApiKey(int liveKeys, IReadOnlyCollection<string> roles)
    {
        if (roles.Except(Roles.Intersect(StaffRoles.All)).Any())
        {
            return AccountErrors.ApiKeyRoles;
        }

        if (liveKeys >= ApiKey.MostPerAccount)
        {
            return AccountErrors.ApiKeysTooMany;
        }

        Touch();
        return Result.Success;
    }

    public Result BeginMfa(byte[] encryptedSecret)
    {
        if (HasMfa)
        {
            return AccountErrors.MfaEnabledAlready;
        }

        PendingTotpSecret = encryptedSecret;
        Touch();
        return Result.Success;
    }

    /// <summary>The pending secret is the one from now on: its owner has shown a code of it.</summary>
    public void EnableMfa(long step, string[] recoveryCodeHashes, DateTimeOffset now)
    {
        TotpSecret = PendingTotpSecret;
        PendingTotpSecret = null;
        LastTotpStep = step;
        RecoveryCodeHashes = recoveryCodeHashes;
        MfaEnabledAt = now;
        CredentialVersion++;
        Touch();
    }

    public Result DisableMfa()
    {
        if (!HasMfa)
        {
            return AccountErrors.MfaNotEnabled;
        }

        TotpSecret = null;
        RecoveryCodeHashes = [];
        MfaEnabledAt = null;
        CredentialVersion++;
        Touch();
        return Result.Success;
    }

    public Result ReplaceRecoveryCodes(string[] hashes)
    {
        if (!HasMfa)
        {
            return AccountErrors.MfaNotEnabled;
        }

        RecoveryCodeHashes = hashes;
        Touch();
        return Result.Success;
    }

    /// <summary>A code of this step was shown; neither it nor an older one is taken again.</summary>
    public void UseTotpStep(long step)
    {
        LastTotpStep = step;
        Touch();
    }

    /// <summary>Takes a recovery code, once.</summary>
    public bool TryUseRecoveryCode(string hash)
    {
        var left = RecoveryCodeHashes.Where(known => !CryptographicOperations.FixedTimeEquals(Convert.FromHexString(known), Convert.FromHexString(hash))).ToArray();
        if (left.Length == RecoveryCodeHashes.Length)
        {
            return false;
        }

        RecoveryCodeHashes = left;
        Touch();
        return true;
    }

    private Result ChangeRoles(string[] roles, DateTimeOffset now)
    {
        if (roles.Length != Roles.Length)
        {
            Roles = roles;
            Raise(new AccountRolesChanged(now));
            Touch();
        }

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
