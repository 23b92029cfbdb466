using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.ReadAccount;

/// <summary>Lists, newest first. Ids are version 7: their order is the order of time.</summary>
internal interface IAccountReader
{
    /// <summary>The sessions that have not ended.</summary>
    Task<IReadOnlyList<SessionView>> SessionsAsync(AccountId account, Guid? before, int limit, DateTimeOffset now, CancellationToken cancellationToken);

    Task<IReadOnlyList<DeviceView>> DevicesAsync(AccountId account, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>Keys, revoked and expired ones too.</summary>
    Task<IReadOnlyList<ApiKey>> ApiKeysAsync(AccountId account, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>The audit log, of one account or of all.</summary>
    Task<IReadOnlyList<SecurityEvent>> SecurityEventsAsync(
        AccountId? account, SecurityEventType? type, Guid? before, int limit, CancellationToken cancellationToken);
}
