using System.Text.Json.Nodes;
using Ecommerce.CartService.Infrastructure.FastCopies;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>Carts with what is in them, and the guests' carts that went into them. A cart that an order is being made of stays until it is made.</summary>
internal sealed class CartPersonalData(CartDbContext context, CartCopies copies) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["carts"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(c) - 'token_hash' - 'revision' - 'recent_requests' AS row FROM carts c WHERE c.customer_id = {customerId} ORDER BY c.id", cancellationToken),
        ["lines"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(l) AS row FROM cart_lines l JOIN carts c ON c.id = l.cart_id WHERE c.customer_id = {customerId} ORDER BY l.cart_id, l.id", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var carts = await context.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM carts
            WHERE status <> 'Frozen' AND (customer_id = {customerId} OR merged_into IN (SELECT id FROM carts WHERE customer_id = {customerId}))
            """).ToListAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"""
            DELETE FROM cart_lines WHERE cart_id = ANY({carts});
            DELETE FROM carts WHERE id = ANY({carts});
            """, cancellationToken);
        foreach (var id in carts)
        {
            await copies.RemoveAsync(id);
        }

        return !await context.Set<CartRow>().AnyAsync(cart => cart.CustomerId == customerId, cancellationToken);
    }
}
