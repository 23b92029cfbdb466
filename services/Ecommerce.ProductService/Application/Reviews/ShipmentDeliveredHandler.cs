using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.ProductService.Application.Reviews;

/// <summary>Who has a product can say so.</summary>
internal sealed class ShipmentDeliveredHandler(IReviews reviews) : IEventHandler<ShipmentDelivered>
{
    public Task HandleAsync(ShipmentDelivered integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        integrationEvent.CustomerId is { } customer
            ? reviews.NoteDeliveryAsync(customer, [.. integrationEvent.Lines.Select(line => line.Sku).Distinct()], integrationEvent.At, cancellationToken)
            : Task.CompletedTask;
}
