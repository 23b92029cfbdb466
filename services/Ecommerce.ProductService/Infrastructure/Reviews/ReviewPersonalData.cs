using System.Text.Json.Nodes;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ProductService.Infrastructure.Reviews;

/// <summary>What a customer wrote, found helpful and got. Reviews go with their author: without a person behind it, an opinion is none.</summary>
internal sealed class ReviewPersonalData(ProductDbContext context, OutboxInterceptor outbox) : IPersonalData
{
    public async Task<JsonObject> ExportAsync(Guid customerId, CancellationToken cancellationToken) => new()
    {
        ["reviews"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(r) - 'customer_id' - 'decided_by' AS row FROM reviews r WHERE r.customer_id = {customerId} ORDER BY r.id", cancellationToken),
        ["reviewVotes"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(v) - 'customer_id' AS row FROM review_votes v WHERE v.customer_id = {customerId}", cancellationToken),
        ["deliveredProducts"] = await context.ReadRowsAsync(
            $"SELECT to_jsonb(d) - 'customer_id' AS row FROM delivered_products d WHERE d.customer_id = {customerId}", cancellationToken),
    };

    public async Task<bool> EraseAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await ReviewDesk.LockCustomerAsync(context, customerId, cancellationToken);

        // Products first, then reviews, as every change of a review does it.
        var products = await context.Database.SqlQuery<Guid>(
            $"""SELECT p.id AS "Value" FROM products p WHERE p.id IN (SELECT r.product_id FROM reviews r WHERE r.customer_id = {customerId}) ORDER BY p.id FOR NO KEY UPDATE""")
            .ToListAsync(cancellationToken);
        var voted = await context.Database.SqlQuery<Guid>(
            $"""SELECT r.id AS "Value" FROM reviews r WHERE r.id IN (SELECT v.review_id FROM review_votes v WHERE v.customer_id = {customerId}) ORDER BY r.id FOR NO KEY UPDATE""")
            .ToListAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"DELETE FROM review_votes WHERE customer_id = {customerId}", cancellationToken);
        await ReviewDesk.CountVotesAsync(context, [.. voted], cancellationToken);
        await context.Database.ExecuteSqlAsync($"DELETE FROM delivered_products WHERE customer_id = {customerId}", cancellationToken);
        await context.Database.ExecuteSqlAsync($"DELETE FROM reviews WHERE customer_id = {customerId}", cancellationToken);
        if (products.Count > 0)
        {
            outbox.Expect(context);
            await context.Database.ExecuteSqlAsync($"SELECT rate_products({products.ToArray()})", cancellationToken);
        }

        return true;
    }
}
