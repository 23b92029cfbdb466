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
    public async Task<IReadOnlyList<Promotion>> ListAsync(PromotionSearch search, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var promotions = context.Promotions.AsNoTracking();
        if (search.Status is { } status)
        {
            promotions = promotions.Where(promotion => promotion.Status == status);
        }

        if (search.Text is { } text)
        {
            var pattern = $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            promotions = promotions.Where(promotion =>
                EF.Functions.ILike(promotion.Name, pattern, @"\") || EF.Functions.ILike(promotion.CouponCode!, pattern, @"\"));
        }

        if (before is { } cursor)
        {
            promotions = promotions.Where(promotion => (Guid)(object)promotion.Id < cursor);
        }

        return await promotions.OrderByDescending(promotion => promotion.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public void Add(Promotion promotion) => context.Add(promotion);

    public async Task<bool> TrySaveAsync(Promotion promotion, CancellationToken cancellationToken)
    {
        var wasActive = context.Entry(promotion) is { State: not EntityState.Added } entry
            && entry.Property(p => p.Status).OriginalValue == PromotionStatus.Active;
        if (promotion.Status == PromotionStatus.Active && !wasActive && (promotion.TotalLimit is not null || promotion.Budget is not null))
        {
            context.Add(new PromotionCounter { PromotionId = promotion.Id.Value, Allowed = promotion.TotalLimit, Budget = promotion.Budget });
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
}
