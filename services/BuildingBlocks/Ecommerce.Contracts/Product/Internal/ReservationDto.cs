namespace Ecommerce.Contracts.Product.Internal;

/// <summary>A hold on stock.</summary>
/// <param name="ReservationId">The order's id.</param>
/// <param name="Status">reserved, committed, released or expired.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Lines">What is held where; an article can be at several locations. Null from a service that does not say.</param>
public sealed record ReservationDto(
    Guid ReservationId,
    string Status,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<ReservedStockDto>? Lines = null);
