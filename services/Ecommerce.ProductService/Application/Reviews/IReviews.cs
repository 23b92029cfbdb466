using Ecommerce.ProductService.Domain.Reviews;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Reviews;

/// <summary>Changes reviews. A product's rating is brought up to date in the same transaction.</summary>
internal interface IReviews
{
    /// <summary>One per customer and product; once per id.</summary>
    Task<Result<ReviewView>> WriteAsync(Guid id, Guid productId, Guid customerId, ReviewText text, CancellationToken cancellationToken);

    /// <summary>By its author alone; it is looked at anew.</summary>
    Task<Result<ReviewView>> EditAsync(Guid id, Guid customerId, ReviewText text, int? version, CancellationToken cancellationToken);

    /// <param name="id">The review.</param>
    /// <param name="customerId">Its author; null where staff removes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Result> RemoveAsync(Guid id, Guid? customerId, CancellationToken cancellationToken);

    /// <param name="id">The review.</param>
    /// <param name="rejection">Why it is rejected; null: it is approved.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="version">What was looked at, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Result<ReviewView>> DecideAsync(Guid id, string? rejection, string actor, int? version, CancellationToken cancellationToken);

    /// <summary>One vote per customer, the last one counts.</summary>
    /// <param name="id">An approved review.</param>
    /// <param name="customerId">Who votes; not its author.</param>
    /// <param name="isHelpful">Null takes the vote back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Result<ReviewView>> VoteAsync(Guid id, Guid customerId, bool? isHelpful, CancellationToken cancellationToken);

    /// <summary>Notes what a customer got; reviews of it that are there already become verified. Takes part in the transaction that is open.</summary>
    Task NoteDeliveryAsync(Guid customerId, IReadOnlyCollection<string> skus, DateTimeOffset deliveredAt, CancellationToken cancellationToken);
}
