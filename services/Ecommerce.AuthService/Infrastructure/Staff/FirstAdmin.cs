using Ecommerce.AuthService.Domain;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.AuthService.Infrastructure.Staff;

/// <summary>
/// Makes whoever reads <c>Staff:FirstAdmin</c> an admin where there is none yet: only admins make others. The account has no password;
/// its owner chooses one by the link that is sent.
/// </summary>
internal sealed class FirstAdmin(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock) : IDatabaseSeed
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (configuration["Staff:FirstAdmin"] is not { Length: > 0 } email)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockRolesAsync(cancellationToken);
        if (await context.Accounts.AnyAsync(account => account.Roles.Contains(StaffRoles.Admin), cancellationToken))
        {
            return;
        }

        var (now, normalized) = (clock.GetUtcNow(), Account.Normalize(email));
        var account = await context.Accounts.FirstOrDefaultAsync(found => found.NormalizedEmail == normalized, cancellationToken);
        if (account is null)
        {
            account = Account.Register(new AccountId(Guid.CreateVersion7(now)), email, "Admin", "en", null, [Roles.Customer], now);
            context.Add(account);
        }

        account.MakeFirstAdmin(now);
        if (account.PasswordHash is null)
        {
            context.Add(account.RequestLink(Guid.CreateVersion7(now), ActionPurpose.PasswordReset, now));
        }

        context.Add(SecurityEvent.Of(SecurityEventType.RoleGranted, account.Id, new Origin("system", null, "", null), StaffRoles.Admin, now));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
