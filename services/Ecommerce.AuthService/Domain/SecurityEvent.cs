namespace Ecommerce.AuthService.Domain;

/// <summary>A line of the audit log. The database lets nobody change it, but for taking away where it came from, and nobody delete it before its time.</summary>
internal sealed class SecurityEvent
{
    private SecurityEvent()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Whom it is about; null for a login at an address that has no account.</summary>
    public AccountId? AccountId { get; private init; }

    public SecurityEventType Type { get; private init; }

    /// <summary>Who did it: <c>user:…</c>, <c>service:…</c>, <c>guest</c> or <c>system</c>.</summary>
    public string Actor { get; private init; } = "";

    public Guid? SessionId { get; private init; }

    public string Device { get; private init; } = "";

    /// <summary>The client's network address. Personal data: it goes with its person.</summary>
    public string? Address { get; private init; }

    /// <summary>A role, a provider, a method: never a secret and no personal data.</summary>
    public string? Detail { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static SecurityEvent Of(SecurityEventType type, AccountId? account, Origin origin, string? detail, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = account,
        Type = type,
        Actor = origin.Actor,
        SessionId = origin.SessionId,
        Device = origin.Device,
        Address = origin.Address,
        Detail = detail,
        At = now,
    };
}
