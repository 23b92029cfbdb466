namespace Ecommerce.DiscountService.Application.GenerateCoupons;

/// <summary>Generated coupons; too many to be kept in memory.</summary>
internal interface ICouponStore
{
    /// <summary>The batch, where it is there already.</summary>
    Task<CouponBatch?> FindBatchAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Stores a batch as a whole.</summary>
    /// <returns>False where one of the codes, or the batch, is there already: then nothing is stored.</returns>
    Task<bool> TryAddAsync(CouponBatch batch, IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <summary>Coupons of a promotion by code.</summary>
    Task<IReadOnlyList<CouponUse>> ListAsync(Guid promotionId, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>One coupon of a promotion.</summary>
    Task<CouponUse?> FindAsync(Guid promotionId, string code, CancellationToken cancellationToken);

    /// <summary>Writes the coupons of a promotion, or of one batch of it, as CSV while they are read.</summary>
    Task ExportAsync(Guid promotionId, Guid? batchId, Stream csv, CancellationToken cancellationToken);
}
