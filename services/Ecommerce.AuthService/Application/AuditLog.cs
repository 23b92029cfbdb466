using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>Writes security events into the unit of work of what they tell of.</summary>
internal sealed class AuditLog(IAccountStore accounts, TimeProvider clock)
{
    public void Add(SecurityEventType type, AccountId? account, Origin origin, string? detail = null) =>
        accounts.Add(SecurityEvent.Of(type, account, origin, detail, clock.GetUtcNow()));
}
