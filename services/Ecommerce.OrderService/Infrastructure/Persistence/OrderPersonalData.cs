using System.Text.Json.Nodes;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.OrderService.Infrastructure.Persistence;

/// <summary>Orders stay, as the law wants: goods, amounts, taxes and the country that they were taxed by, and no person. An order that is not over needs its addresses.</summary>
internal sealed class OrderPersonalData(OrderDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["orders"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(o) - 'version' - 'step' - 'next_step_at' - 'step_attempts' - 'next_action_url' AS row FROM orders o WHERE o.customer_id = {customerId} ORDER BY o.id", cancellationToken),
        ["lines"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(l) AS row FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.customer_id = {customerId} ORDER BY l.order_id, l.id", cancellationToken),
        ["history"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(h) AS row FROM order_history h JOIN orders o ON o.id = h.order_id WHERE o.customer_id = {customerId} ORDER BY h.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"""
            UPDATE order_history SET actor = 'user:erased' WHERE actor = 'user:' || {customerId}::text;
            UPDATE orders SET
              customer_id = NULL, email = 'erased@erased.invalid', next_action_url = NULL, version = version + 1,
              shipping_address = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'region', shipping_address->'region', 'country', shipping_address->'country'),
              billing_address = jsonb_build_object('name', 'erased', 'line1', 'erased', 'city', 'erased', 'region', billing_address->'region', 'country', billing_address->'country'),
              payment = payment || jsonb_build_object('method', 'erased', 'returnUrl', NULL)
            WHERE customer_id = {customerId} AND status IN ('Completed', 'Cancelled', 'Expired') AND next_step_at IS NULL;
            """, cancellationToken);
        return !await context.Orders.AnyAsync(order => order.CustomerId == customerId, cancellationToken);
    }
}
