using System.Text.Json.Nodes;
using Ecommerce.DiscountService.Application;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>What was redeemed stays, without whose it was; so does a counter that somebody else still needs.</summary>
internal sealed class DiscountPersonalData(DiscountDbContext context) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["redemptions"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(r) || jsonb_build_object('status', o.status, 'reserved_at', o.reserved_at) AS row FROM redemptions r JOIN order_redemptions o ON o.order_id = r.order_id WHERE {KeyOf(customerId)} = ANY(o.customer_keys) ORDER BY r.order_id", cancellationToken),
        ["counters"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(c) AS row FROM customer_counters c WHERE c.customer_key = {KeyOf(customerId)}", cancellationToken),
        ["orders"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(o) AS row FROM customer_orders o WHERE o.customer_key = {KeyOf(customerId)} ORDER BY o.order_id", cancellationToken),
        ["groups"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(m) AS row FROM customer_group_members m WHERE m.customer_id = {customerId} ORDER BY m.group_name", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var own = KeyOf(customerId);
        var keys = await context.Database.SqlQuery<string>($"""
            SELECT DISTINCT unnest(customer_keys) AS "Value" FROM order_redemptions WHERE {own} = ANY(customer_keys) AND status <> 'Reserved'
            """).ToListAsync(cancellationToken);
        keys.Add(own);
        await context.Database.ExecuteSqlAsync($"""
            UPDATE order_redemptions SET customer_keys = ARRAY[]::text[] WHERE {own} = ANY(customer_keys) AND status <> 'Reserved';
            DELETE FROM customer_counters c WHERE c.customer_key = ANY({keys})
              AND NOT EXISTS (SELECT 1 FROM order_redemptions o WHERE c.customer_key = ANY(o.customer_keys));
            DELETE FROM customer_orders WHERE order_id IN (SELECT order_id FROM customer_orders WHERE customer_key = {own});
            DELETE FROM customer_group_members WHERE customer_id = {customerId};
            """, cancellationToken);
        return !await context.Set<OrderRedemption>().AnyAsync(order => order.CustomerKeys.Contains(own), cancellationToken);
    }

    private static string KeyOf(Guid customerId) => CustomerKeys.Of(customerId, null)[0];
}
