namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>Reads the stock; nothing is tracked.</summary>
internal interface IInventoryReader
{
    /// <summary>An article's stock; null where there is no such article.</summary>
    Task<StockView?> FindAsync(string sku, CancellationToken cancellationToken);

    /// <summary>Articles with stock, by their names.</summary>
    /// <param name="lowOnly">Only those that have fallen to their threshold.</param>
    /// <param name="location">Only those that are or were at the location; or null.</param>
    /// <param name="afterSku">The last one seen, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<StockView>> ListAsync(bool lowOnly, string? location, string? afterSku, int limit, CancellationToken cancellationToken);

    /// <summary>An article's ledger, the newest entry first.</summary>
    Task<IReadOnlyList<MovementView>> ListMovementsAsync(string sku, long? beforeId, int limit, CancellationToken cancellationToken);

    /// <summary>A reservation and where its goods are; null where there is none.</summary>
    Task<(ReservationView Reservation, DateTimeOffset ExpiresAt)?> FindReservationAsync(Guid id, CancellationToken cancellationToken);
}
