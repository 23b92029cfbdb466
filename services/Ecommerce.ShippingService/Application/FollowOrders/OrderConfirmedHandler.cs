using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.FollowOrders;

/// <summary>A confirmed order is to be shipped: all lines in one shipment.</summary>
internal sealed class OrderConfirmedHandler(IShipmentStore shipments, TimeProvider clock) : IEventHandler<OrderConfirmed>
{
    private const int First = 1;

    public async Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if ((await shipments.FindByOrderAsync(integrationEvent.OrderId, cancellationToken)).Count > 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var lines = integrationEvent.Lines;
        shipments.Add(Shipment.Create(
            new ShipmentId(Guid.CreateVersion7(now)),
            new ShipmentDraft(
                integrationEvent.OrderId, First, integrationEvent.OrderNumber, integrationEvent.CustomerId, integrationEvent.Email,
                integrationEvent.Locale, [.. lines.Select(line => new ShipmentLine(line.LineId, line.Sku, line.Quantity))],
                integrationEvent.ShippingAddress.ToDomain(), integrationEvent.ShippingMethod, integrationEvent.ShippingMethodName,
                (int)Math.Min(int.MaxValue, lines.Sum(line => (long)line.WeightGrams * line.Quantity))),
            now));
    }
}
