using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.ReadOrders;

/// <summary>An order in a list.</summary>
internal sealed record OrderSummary(
    Guid Id, string Number, OrderStatus Status, OrderPaymentStatus PaymentStatus, FulfilmentStatus FulfilmentStatus, long Total, string Currency,
    int Items, DateTimeOffset PlacedAt);
