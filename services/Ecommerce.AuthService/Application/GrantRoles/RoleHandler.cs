using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.GrantRoles;

/// <summary>Grants and revokes staff roles. Tokens have them from their next refresh, keys at once.</summary>
internal sealed class RoleHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock)
{
    public Task<Result> GrantAsync(AccountId id, string role, Origin origin, CancellationToken cancellationToken) =>
        ChangeAsync(id, role, (account, now) => account.GrantRole(role, now), SecurityEventType.RoleGranted, origin, cancellationToken);

    public Task<Result> RevokeAsync(AccountId id, string role, Origin origin, CancellationToken cancellationToken) =>
        ChangeAsync(id, role, (account, now) => account.RevokeRole(role, now), SecurityEventType.RoleRevoked, origin, cancellationToken);

    private async Task<Result> ChangeAsync(
        AccountId id, string role, Func<Account, DateTimeOffset, Result> change, SecurityEventType type, Origin origin, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.AccountNotFound;
            }

            var before = account.Version;
            var changed = change(account, clock.GetUtcNow());
            if (!changed.IsSuccess || account.Version == before)
            {
                return changed;
            }

            audit.Add(type, id, origin, role);
            switch (await accounts.SaveRolesAsync(cancellationToken))
            {
                case RoleSaving.Saved:
                    return Result.Success;
                case RoleSaving.NoAdminLeft:
                    return AccountErrors.LastAdmin;
            }
        }
    }
}
