using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>The stock. Each call is one statement and one commit, idempotent by the id in it; levels are locked in one order.</summary>
internal interface IInventory
{
    /// <summary>Holds all lines or none, at the locations that serve them with the fewest parcels.</summary>
    Task<Result<ReservationView>> ReserveAsync(Guid reservationId, IReadOnlyDictionary<string, int> quantities, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Gives a hold back; a committed one puts the goods back into stock; one that was never made is noted, so that a late one is refused.</summary>
    Task ReleaseAsync(Guid reservationId, CancellationToken cancellationToken);

    /// <summary>Takes the goods out of stock for good. Takes part in the transaction that is open, if one is.</summary>
    /// <returns>
    /// A refusal where the hold was given back or never made, or had ended and the goods are gone; after the last an open transaction is of no more use.
    /// </returns>
    Task<Result> CommitAsync(Guid reservationId, CancellationToken cancellationToken);

    /// <summary>Returned goods go back into stock, once per return and article. Takes part in the transaction that is open, if one is.</summary>
    Task RestockAsync(Guid returnId, IReadOnlyDictionary<string, int> quantities, CancellationToken cancellationToken);

    /// <summary>Corrects the stock by a difference, once per id.</summary>
    Task<Result<StockView>> AdjustAsync(Guid adjustmentId, StockAdjustment adjustment, CancellationToken cancellationToken);

    /// <summary>Moves goods that nobody was promised from one location to another, once per id.</summary>
    Task<Result<StockView>> TransferAsync(Guid transferId, StockTransfer transfer, CancellationToken cancellationToken);

    /// <summary>Sets at how many units an article counts as low; null for never.</summary>
    Task<Result<StockView>> SetThresholdAsync(string sku, int? lowAt, CancellationToken cancellationToken);

    /// <summary>Ends holds whose time is over.</summary>
    /// <returns>How many.</returns>
    Task<int> ExpireAsync(int limit, CancellationToken cancellationToken);
}
