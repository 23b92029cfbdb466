using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;

namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>A returned article that is as new goes back into stock.</summary>
internal sealed class ItemsRestockedHandler(IInventory inventory) : IEventHandler<ItemsRestocked>
{
    public Task HandleAsync(ItemsRestocked integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        inventory.RestockAsync(
            integrationEvent.ReturnId,
            integrationEvent.Lines.GroupBy(line => line.Sku).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity)),
            cancellationToken);
}
