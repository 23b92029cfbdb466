using Ecommerce.AuthService.Application.ReadAccount;
using Ecommerce.AuthService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class AccountReader(AuthDbContext context) : IAccountReader
{
    public async Task<IReadOnlyList<SessionView>> SessionsAsync(
        AccountId account, Guid? before, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Sessions.AsNoTracking()
            .Where(session => session.AccountId == account && session.RevokedAt == null && session.ExpiresAt > now && (before == null || session.Id < before))
            .OrderByDescending(session => session.Id)
            .Take(limit)
            .Select(session => new SessionView(
                session.Id,
                session.DeviceId,
                context.Devices.Where(device => device.Id == session.DeviceId).Select(device => device.Name).FirstOrDefault(),
                session.Device,
                session.Methods,
                session.StartedAt,
                session.LastUsedAt,
                session.ExpiresAt))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DeviceView>> DevicesAsync(AccountId account, Guid? before, int limit, CancellationToken cancellationToken) =>
        await context.Devices.AsNoTracking()
            .Where(device => device.AccountId == account && (before == null || device.Id < before))
            .OrderByDescending(device => device.Id)
            .Take(limit)
            .Select(device => new DeviceView(device.Id, device.Name, device.UserAgent, device.FirstSeenAt, device.LastSeenAt))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ApiKey>> ApiKeysAsync(AccountId account, Guid? before, int limit, CancellationToken cancellationToken) =>
        await context.ApiKeys.AsNoTracking()
            .Where(key => key.AccountId == account && (before == null || key.Id < before))
            .OrderByDescending(key => key.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SecurityEvent>> SecurityEventsAsync(
        AccountId? account, SecurityEventType? type, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var lines = context.SecurityEvents.AsNoTracking();
        lines = account is null ? lines : lines.Where(line => line.AccountId == account);
        lines = type is null ? lines : lines.Where(line => line.Type == type);
        lines = before is null ? lines : lines.Where(line => line.Id < before);
        return await lines.OrderByDescending(line => line.Id).Take(limit).ToListAsync(cancellationToken);
    }
}
