using System.Text.Json.Nodes;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ecommerce.AuthService.Infrastructure.Persistence;

/// <summary>The account, its sessions and whatever else refers to it. Nobody signs in with it any more, and no new token is given.</summary>
internal sealed class AccountPersonalData(AuthDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["account"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(a) - 'password_hash' - 'version' AS row FROM accounts a WHERE a.id = {customerId}", cancellationToken),
        ["sessions"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(s) - 'token_hash' - 'version' AS row FROM sessions s WHERE s.account_id = {customerId} ORDER BY s.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        // By the model, so that a table that comes later and refers to accounts cannot be forgotten.
        var account = context.Model.FindEntityType(typeof(Account))!;
        foreach (var key in account.GetReferencingForeignKeys())
        {
            var table = StoreObjectIdentifier.Create(key.DeclaringEntityType, StoreObjectType.Table)!.Value;
            var delete = $"DELETE FROM {table.Name} WHERE {key.Properties[0].GetColumnName(table)} = {{0}}";
            await context.Database.ExecuteSqlRawAsync(delete, [customerId], cancellationToken);
        }

        await context.Database.ExecuteSqlAsync($"DELETE FROM accounts WHERE id = {customerId}", cancellationToken);
        return true;
    }
}
