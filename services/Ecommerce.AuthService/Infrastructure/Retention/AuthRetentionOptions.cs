namespace Ecommerce.AuthService.Infrastructure.Retention;

/// <summary>How long what has ended is kept, in the section <c>Retention</c>.</summary>
internal sealed class AuthRetentionOptions
{
    /// <summary>Sessions with their refresh tokens, after they have expired.</summary>
    public TimeSpan Sessions { get; set; } = TimeSpan.FromDays(30);

    /// <summary>One-time links, login challenges and logins at providers, after they have expired.</summary>
    public TimeSpan Codes { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Devices without a session, after their last login.</summary>
    public TimeSpan Devices { get; set; } = TimeSpan.FromDays(400);

    /// <summary>API keys, after they have expired.</summary>
    public TimeSpan ApiKeys { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Lines of the audit log.</summary>
    public TimeSpan AuditLog { get; set; } = TimeSpan.FromDays(400);

    /// <summary>The database lets nobody delete a younger line.</summary>
    public static TimeSpan ShortestAuditLog { get; } = TimeSpan.FromDays(90);

    public bool ArePossible =>
        Sessions >= TimeSpan.Zero && Codes >= TimeSpan.Zero && Devices >= TimeSpan.Zero && ApiKeys >= TimeSpan.Zero && AuditLog >= ShortestAuditLog;
}
