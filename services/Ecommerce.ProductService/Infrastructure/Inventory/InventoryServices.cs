using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging;
using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Infrastructure.Inventory;

internal static class InventoryServices
{
    public static void AddInventory(this IServiceCollection services)
    {
        services.AddScoped<IInventory, StockOperations>();
        services.AddScoped<IInventoryReader, InventoryReader>();
        services.AddScoped<ILocations, Locations>();
    }

    public static MessagingBuilder HandleInventory(this MessagingBuilder messaging) => messaging
        .Handle<OrderConfirmed, OrderConfirmedHandler>()
        .Handle<ItemsRestocked, ItemsRestockedHandler>();
}
