using Ecommerce.Contracts;
using Ecommerce.OrderService.Application.ReadOrders;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Api;

internal sealed record OrderSummaryResponse(
    Guid Id, string Number, OrderStatus Status, OrderPaymentStatus PaymentStatus, FulfilmentStatus FulfilmentStatus, MoneyDto Total, int Items,
    DateTimeOffset PlacedAt)
{
    public static OrderSummaryResponse Of(OrderSummary order) => new(
        order.Id, order.Number, order.Status, order.PaymentStatus, order.FulfilmentStatus, new MoneyDto(order.Total, order.Currency), order.Items,
        order.PlacedAt);
}
