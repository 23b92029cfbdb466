using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

internal sealed class AccountStore(AuthDbContext context) : IAccountStore
{
    public Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = Account.Normalize(email);
        return context.Accounts.FirstOrDefaultAsync(account => account.NormalizedEmail == normalized, cancellationToken);
    }

    public Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken) =>
        context.Accounts.FirstOrDefaultAsync(account => account.Id == id, cancellationToken);

    public Task<ActionLink?> FindLinkAsync(Guid id, CancellationToken cancellationToken) =>
        context.ActionLinks.FirstOrDefaultAsync(link => link.Id == id, cancellationToken);

    public Task<int> CountLinksAsync(AccountId account, ActionPurpose purpose, DateTimeOffset expireAfter, CancellationToken cancellationToken) =>
        context.ActionLinks.CountAsync(link => link.AccountId == account && link.Purpose == purpose && link.ExpiresAt > expireAfter, cancellationToken);

    public Task<Session?> FindSessionAsync(Guid id, CancellationToken cancellationToken) =>
        context.Sessions.FirstOrDefaultAsync(session => session.Id == id, cancellationToken);

    public Task<Device?> FindDeviceAsync(Guid id, CancellationToken cancellationToken) =>
        context.Devices.FirstOrDefaultAsync(device => device.Id == id, cancellationToken);

    public Task<LoginChallenge?> FindChallengeAsync(Guid id, CancellationToken cancellationToken) =>
        context.LoginChallenges.FirstOrDefaultAsync(challenge => challenge.Id == id, cancellationToken);

    public Task<ApiKey?> FindApiKeyAsync(Guid id, CancellationToken cancellationToken) =>
        context.ApiKeys.FirstOrDefaultAsync(key => key.Id == id, cancellationToken);

    public Task<int> CountLiveApiKeysAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.ApiKeys.CountAsync(key => key.AccountId == account && key.RevokedAt == null && key.ExpiresAt > now, cancellationToken);

    public Task<ExternalFlow?> FindFlowAsync(Guid id, CancellationToken cancellationToken) =>
        context.ExternalFlows.FirstOrDefaultAsync(flow => flow.Id == id, cancellationToken);

    public Task<ExternalIdentity?> FindExternalAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        context.ExternalIdentities.FirstOrDefaultAsync(identity => identity.Issuer == issuer && identity.Subject == subject, cancellationToken);

    public async Task<IReadOnlyList<ExternalIdentity>> ExternalOfAsync(AccountId account, CancellationToken cancellationToken) =>
        await context.ExternalIdentities.Where(identity => identity.AccountId == account).OrderBy(identity => identity.Id).ToListAsync(cancellationToken);

    public Task<bool> HasDevicesAsync(AccountId account, CancellationToken cancellationToken) =>
        context.Devices.AnyAsync(device => device.AccountId == account, cancellationToken);

    public void Add(object entity) => context.Add(entity);

    public void Remove(object entity) => context.Remove(entity);

    public void Send(IIntegrationEvent integrationEvent, DateTimeOffset now) => context.AddToOutbox(integrationEvent, now);

    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException
            || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation })
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<bool> TrySaveAndEndSessionsAsync(AccountId account, SessionChoice which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The account's row is locked by then: a login at the same time is before it, and ended, or after it, and sees the change.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await TrySaveAsync(cancellationToken))
        {
            return false;
        }

        var sessions = context.Sessions.Where(session => session.AccountId == account && session.RevokedAt == null);
        sessions = which.Except is { } except ? sessions.Where(session => session.Id != except) : sessions;
        sessions = which.OfDevice is { } device ? sessions.Where(session => session.DeviceId == device) : sessions;
        await sessions.ExecuteUpdateAsync(
            session => session.SetProperty(s => s.RevokedAt, now).SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<RoleSaving> SaveRolesAsync(CancellationToken cancellationToken)
    {
        // Two admins who take the role from each other at the same time come one after the other.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockRolesAsync(cancellationToken);
        if (!await TrySaveAsync(cancellationToken))
        {
            return RoleSaving.Overtaken;
        }

        if (!await context.Accounts.AnyAsync(account => account.Roles.Contains(StaffRoles.Admin), cancellationToken))
        {
            return RoleSaving.NoAdminLeft;
        }

        await transaction.CommitAsync(cancellationToken);
        return RoleSaving.Saved;
    }
}
