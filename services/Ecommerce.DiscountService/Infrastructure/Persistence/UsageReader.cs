using Ecommerce.DiscountService.Application.Calculate;
using Ecommerce.DiscountService.Domain;
using Npgsql;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class UsageReader(NpgsqlDataSource database) : IUsageReader
{
    public async Task<IReadOnlyDictionary<PromotionId, PromotionUsage>> ReadAsync(
        IReadOnlyList<PromotionId> promotions, IReadOnlyList<string> customerKeys, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT p.id,
                   COALESCE((SELECT used FROM promotion_counters c WHERE c.promotion_id = p.id), 0),
                   COALESCE((SELECT max(used) FROM customer_counters c WHERE c.promotion_id = p.id AND c.customer_key = ANY ($2)), 0)
            FROM unnest($1) AS p (id)
            """);
        command.Parameters.Add(new() { Value = promotions.Select(promotion => promotion.Value).ToArray() });
        command.Parameters.Add(new() { Value = customerKeys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var usage = new Dictionary<PromotionId, PromotionUsage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            usage[new PromotionId(reader.GetGuid(0))] = new PromotionUsage(reader.GetInt32(1), reader.GetInt32(2));
        }

        return usage;
    }
}
