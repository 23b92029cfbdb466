using System.Text.Json.Nodes;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

/// <summary>The account, its sessions and whatever else refers to it. Nobody signs in with it any more, and no new token is given.</summary>
/// <remarks>
/// The audit log stays, without the addresses and devices of who is forgotten; it names an account by its id alone, which then stands for nobody.
/// </remarks>
internal sealed class AccountPersonalData(AuthDbContext context) : IPersonalData
{
    // What is named here and nothing else: a column that comes later may hold a secret.
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["account"] = await context.ReadRowsAsync(
            $"""
            SELECT jsonb_build_object('id', id, 'email', email, 'name', name, 'locale', locale, 'roles', roles, 'registered_at', registered_at,
              'email_verified_at', email_verified_at, 'mfa_enabled_at', mfa_enabled_at) AS row FROM accounts WHERE id = {customerId}
            """, cancellationToken),
        ["sessions"] = await context.ReadRowsAsync(
            $"""
            SELECT jsonb_build_object('id', id, 'device', device, 'started_at', started_at, 'last_used_at', last_used_at, 'revoked_at', revoked_at) AS row
            FROM sessions WHERE account_id = {customerId} ORDER BY id
            """, cancellationToken),
        ["devices"] = await context.ReadRowsAsync(
            $"""
            SELECT jsonb_build_object('id', id, 'name', name, 'user_agent', user_agent, 'first_seen_at', first_seen_at, 'last_seen_at', last_seen_at) AS row
            FROM devices WHERE account_id = {customerId} ORDER BY id
            """, cancellationToken),
        ["externalIdentities"] = await context.ReadRowsAsync(
            $"""
            SELECT jsonb_build_object('provider', provider, 'issuer', issuer, 'subject', subject, 'linked_at', linked_at) AS row
            FROM external_identities WHERE account_id = {customerId} ORDER BY id
            """, cancellationToken),
        ["securityEvents"] = await context.ReadRowsAsync(
            $"""
            SELECT jsonb_build_object('type', type, 'device', device, 'address', address, 'detail', detail, 'at', at) AS row
            FROM security_events WHERE account_id = {customerId} ORDER BY id
            """, cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        // Whoever is the last admin has to name another first; it is asked for again until then.
        await context.LockRolesAsync(cancellationToken);
        var admins = await context.Accounts.Where(account => account.Roles.Contains(StaffRoles.Admin)).Select(account => account.Id).OrderBy(id => id).Take(2).ToListAsync(cancellationToken);
        if (admins is [var last] && last.Value == customerId)
        {
            return false;
        }

        // By the model, so that a table that comes later and refers to accounts cannot be forgotten.
        var account = context.Model.FindEntityType(typeof(Account))!;
        foreach (var key in account.GetReferencingForeignKeys())
        {
            var table = StoreObjectIdentifier.Create(key.DeclaringEntityType, StoreObjectType.Table)!.Value;
            var delete = $"DELETE FROM {table.Name} WHERE {key.Properties[0].GetColumnName(table)} = {{0}}";
            await context.Database.ExecuteSqlRawAsync(delete, [customerId], cancellationToken);
        }

        var actor = $"user:{customerId}";
        await context.Database.ExecuteSqlAsync($"""
            DELETE FROM accounts WHERE id = {customerId};
            UPDATE security_events SET address = NULL, device = ''
            WHERE (account_id = {customerId} OR actor = {actor}) AND (address IS NOT NULL OR device <> '');
            """, cancellationToken);
        return true;
    }
}
