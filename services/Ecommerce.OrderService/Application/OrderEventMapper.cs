using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Domain;
using Contract = Ecommerce.Contracts.Order;

namespace Ecommerce.OrderService.Application;

/// <summary>What other services hear of orders.</summary>
internal sealed class OrderEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent)
    {
        var order = (Order)aggregate;
        return domainEvent switch
        {
            OrderConfirmed confirmed => [Confirmed(order, confirmed)],
            OrderReleased released => [Cancelled(order, released)],
            CaptureDue due =>
            [
                new Contract.CaptureRequested(
                    order.Id.Value, order.Payment.PaymentId, due.RequestId, new MoneyDto(due.Amount, order.Currency.Code), due.At),
            ],
            OrderCompleted completed => [new Contract.OrderCompleted(order.Id.Value, order.Number, order.CustomerId, completed.At)],
            _ => [],
        };
    }

    private static Contract.OrderConfirmed Confirmed(Order order, OrderConfirmed confirmed) => new(
        order.Id.Value,
        order.Number,
        order.CartId,
        order.CustomerId,
        order.Email,
        order.Locale,
        order.LinesToDto(),
        order.TotalsToDto(),
        order.ShippingAddress.ToDto(),
        order.ShippingChoice.Code,
        order.ShippingChoice.Name,
        order.Payment.PaymentId,
        [.. order.Discounts.Where(discount => discount.CouponCode is not null).Select(discount => discount.CouponCode!)],
        confirmed.At);

    private static Contract.OrderCancelled Cancelled(Order order, OrderReleased released) => new(
        order.Id.Value,
        order.Number,
        order.CartId,
        order.CustomerId,
        order.Email,
        order.Locale,
        released.Reason,
        released.WasConfirmed,
        order.LinesToDto(),
        order.Payment.PaymentId,
        released.At);
}
