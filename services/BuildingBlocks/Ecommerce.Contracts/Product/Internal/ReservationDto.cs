namespace Ecommerce.Contracts.Product.Internal;

/// <summary>A hold on stock.</summary>
/// <param name="ReservationId">The order's id.</param>
/// <param name="Status">reserved, committed, released or expired.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record ReservationDto(
    Guid ReservationId,
    string Status,
    DateTimeOffset ExpiresAt);
