using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Domain;
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

    public Task<Session?> FindSessionAsync(Guid id, CancellationToken cancellationToken) =>
        context.Sessions.FirstOrDefaultAsync(session => session.Id == id, cancellationToken);

    public void Add(object aggregate) => context.Add(aggregate);

    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException
            || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
