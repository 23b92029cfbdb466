namespace Ecommerce.Contracts.Order.Internal;

/// <summary>GET /internal/v1/orders/{id} → the order for other services.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Status">pending, awaitingPayment, confirmed, completed, cancelled or expired.</param>
/// <param name="PaymentStatus">none, authorized, partiallyPaid, paid, partiallyRefunded, refunded, voided or failed.</param>
/// <param name="FulfilmentStatus">unfulfilled, partiallyFulfilled, fulfilled, delivered, partiallyReturned or returned.</param>
/// <param name="Lines">As sold.</param>
/// <param name="Totals">What it comes to.</param>
/// <param name="ShippingAddress">Where it goes.</param>
/// <param name="PaymentId">The payment, or null.</param>
/// <param name="PlacedAt">UTC.</param>
/// <param name="DeliveredAt">UTC, or null.</param>
public sealed record OrderDto(
    Guid OrderId,
    string OrderNumber,
    Guid? CustomerId,
    string Email,
    string Locale,
    string Status,
    string PaymentStatus,
    string FulfilmentStatus,
    IReadOnlyList<OrderLineDto> Lines,
    OrderTotalsDto Totals,
    AddressDto ShippingAddress,
    Guid? PaymentId,
    DateTimeOffset PlacedAt,
    DateTimeOffset? DeliveredAt);
