using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class UsageReader(NpgsqlDataSource database) : IUsageReader
{
    public async Task<(IReadOnlyDictionary<PromotionId, PromotionUsage> Usage, CustomerFacts Customer)> ReadAsync(
        IReadOnlyList<PromotionId> promotions, IReadOnlyList<string> customerKeys, Guid? customerId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT p.id, COALESCE(c.used, 0),
                   COALESCE((SELECT max(used) FROM customer_counters u WHERE u.promotion_id = p.id AND u.customer_key = ANY ($2)), 0),
                   COALESCE(c.spent, 0),
                   ARRAY(SELECT group_name FROM customer_group_members m WHERE m.customer_id = $3),
                   EXISTS (SELECT 1 FROM customer_orders o WHERE o.customer_key = ANY ($2))
            FROM unnest($1) AS p (id) LEFT JOIN promotion_counters c ON c.promotion_id = p.id
            """);
        command.Parameters.Add(new() { Value = promotions.Select(promotion => promotion.Value).ToArray() });
        command.Parameters.Add(new() { Value = customerKeys.ToArray() });
        command.Parameters.Add(new() { Value = (object?)customerId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var usage = new Dictionary<PromotionId, PromotionUsage>();
        var customer = CustomerFacts.Nobody;
        while (await reader.ReadAsync(cancellationToken))
        {
            usage[new PromotionId(reader.GetGuid(0))] = new PromotionUsage(reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3));
            customer = new CustomerFacts(reader.GetFieldValue<string[]>(4), reader.GetBoolean(5));
        }

        return (usage, customer);
    }

    public async Task<IReadOnlyDictionary<string, GeneratedCoupon>> FindCouponsAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT code, promotion_id, used, allowed FROM coupons WHERE code = ANY ($1)");
        command.Parameters.Add(new() { Value = codes.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var coupons = new Dictionary<string, GeneratedCoupon>();
        while (await reader.ReadAsync(cancellationToken))
        {
            coupons[reader.GetString(0)] = new(reader.GetString(0), new PromotionId(reader.GetGuid(1)), reader.GetInt32(2), reader.GetInt32(3));
        }

        return coupons;
    }
}
