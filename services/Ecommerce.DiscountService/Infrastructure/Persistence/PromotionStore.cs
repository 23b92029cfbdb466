using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class PromotionStore(DiscountDbContext context) : IPromotionStore
{
    public Task<Promotion?> FindAsync(PromotionId id, CancellationToken cancellationToken) =>
        context.Promotions.FirstOrDefaultAsync(promotion => promotion.Id == id, cancellationToken);

    // Ids are version 7: their order is the order of time.
    public async Task<IReadOnlyList<Promotion>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        var promotions = context.Promotions.AsNoTracking();
        if (before is { } cursor)
        {
            promotions = promotions.Where(promotion => (Guid)(object)promotion.Id < cursor);
        }

        return await promotions.OrderByDescending(promotion => promotion.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<bool> TryAddAsync(Promotion promotion, CancellationToken cancellationToken)
    {
        context.Add(promotion);
        if (promotion.TotalLimit is { } allowed)
        {
            context.Add(new PromotionCounter { PromotionId = promotion.Id.Value, Used = 0, Allowed = allowed, Late = 0 });
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
