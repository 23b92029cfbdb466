using Ecommerce.ProductService.Domain.Reviews;

namespace Ecommerce.ProductService.Application.Reviews;

/// <summary>Reads reviews; nothing is tracked.</summary>
internal interface IReviewReader
{
    Task<ReviewView?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What everybody sees of a product.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="sort">The order.</param>
    /// <param name="rating">Only those with so many stars, or null.</param>
    /// <param name="after">Sort key and id of the last one seen, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<ReviewView>> ListApprovedAsync(
        Guid productId, ReviewSort sort, int? rating, (int Key, Guid Id)? after, int limit, CancellationToken cancellationToken);

    /// <summary>A customer's own, the newest first.</summary>
    Task<IReadOnlyList<ReviewView>> ListOwnAsync(Guid customerId, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>What waits for staff or was decided by it, the oldest first.</summary>
    Task<IReadOnlyList<ReviewView>> ListForStaffAsync(ReviewStatus status, Guid? after, int limit, CancellationToken cancellationToken);

    Task<RatingView> SummarizeAsync(Guid productId, CancellationToken cancellationToken);
}
