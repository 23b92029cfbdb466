using Ecommerce.SharedKernel.Results;

namespace Ecommerce.DiscountService.Application.Redeem;

/// <summary>Redemptions by order. Each call is one statement: it is done wholly, once, and against the counters as they then are.</summary>
internal interface IRedemptionStore
{
    /// <summary>Holds the redemptions of an order: all of them or none.</summary>
    Task<Result> ReserveAsync(Reservation reservation, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes an order's redemptions final. One that had expired meanwhile is counted again, beyond the limit if need be: the buyer got it.</summary>
    Task CommitAsync(Guid orderId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives an order's redemptions back, and refuses any later reservation of it.</summary>
    Task ReleaseAsync(Guid orderId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives back some reservations whose time is over.</summary>
    /// <returns>How many.</returns>
    Task<int> ExpireAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);
}
