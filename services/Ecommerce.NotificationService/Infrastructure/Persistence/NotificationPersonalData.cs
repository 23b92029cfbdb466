using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

/// <summary>Every message to the customer, and what they agreed to get.</summary>
internal sealed class NotificationPersonalData(NotificationDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["notifications"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(n) - 'link_id' - 'next_attempt_at' AS row FROM notifications n WHERE n.user_id = {customerId} ORDER BY n.id", cancellationToken),
        ["consents"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(c) AS row FROM marketing_consents c WHERE c.id = {customerId}", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            DELETE FROM notifications WHERE user_id = {customerId};
            DELETE FROM marketing_consents WHERE id = {customerId};
            """, cancellationToken);
        return true;
    }
}
