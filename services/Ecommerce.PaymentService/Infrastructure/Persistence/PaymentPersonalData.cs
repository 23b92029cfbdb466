using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

/// <summary>Payments and the ledger stay, without a person. A payment whose outcome is open is left until it is known.</summary>
internal sealed class PaymentPersonalData(PaymentDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["payments"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(p) - 'version' - 'resolve_at' - 'resolve_attempts' - 'next_action_url' AS row FROM payments p WHERE p.customer_id = {customerId} ORDER BY p.id", cancellationToken),
        ["ledger"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(l) AS row FROM payment_ledger l JOIN payments p ON p.id = l.payment_id WHERE p.customer_id = {customerId} ORDER BY l.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            UPDATE payments SET
              customer_id = NULL, email = 'erased@erased.invalid', method = 'erased', return_url = NULL, next_action_url = NULL, version = version + 1
            WHERE customer_id = {customerId} AND status NOT IN ('Pending', 'RequiresAction') AND resolve_at IS NULL
            """, cancellationToken);
        return !await context.Payments.AnyAsync(payment => payment.CustomerId == customerId, cancellationToken);
    }
}
