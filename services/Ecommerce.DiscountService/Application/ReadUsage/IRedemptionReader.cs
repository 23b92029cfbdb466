namespace Ecommerce.DiscountService.Application.ReadUsage;

/// <summary>Who redeemed what, for staff.</summary>
internal interface IRedemptionReader
{
    /// <summary>What a promotion came to; null where there is no such promotion.</summary>
    Task<PromotionUse?> FindAsync(Guid promotionId, CancellationToken cancellationToken);

    /// <summary>The redemptions of a promotion, the newest order first.</summary>
    /// <param name="promotionId">The promotion.</param>
    /// <param name="couponCode">Only those of this coupon; null for all.</param>
    /// <param name="before">Only older orders; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<RedemptionRecord>> ListAsync(Guid promotionId, string? couponCode, Guid? before, int limit, CancellationToken cancellationToken);
}
