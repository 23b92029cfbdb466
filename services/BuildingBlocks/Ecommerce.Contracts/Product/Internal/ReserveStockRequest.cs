namespace Ecommerce.Contracts.Product.Internal;

/// <summary>POST /internal/v1/reservations → 200 ReservationDto, or 422 stock.insufficient with the member 'shortages' ([{sku, requested, available}]). Also: POST /internal/v1/reservations/{id}/release, /commit → 204, both harmless when repeated. Releasing a reservation that was never made notes it as released, so that a late one is refused (409 reservation.released); releasing a committed one puts the stock back.</summary>
/// <param name="ReservationId">The order's id; the same id reserves once.</param>
/// <param name="Lines">Repeated articles are added up.</param>
/// <param name="ExpiresAt">When it is released by itself, UTC.</param>
public sealed record ReserveStockRequest(
    Guid ReservationId,
    IReadOnlyList<StockLineDto> Lines,
    DateTimeOffset ExpiresAt);
