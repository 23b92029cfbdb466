using Ecommerce.ServiceDefaults.Json;

namespace Ecommerce.ProductService.Api.Inventory;

internal static class InventoryApi
{
    public static void AddInventoryApi(this IServiceCollection services) => services.AddWireJson(InventoryJson.Default);

    public static void MapInventoryApi(this IEndpointRouteBuilder app)
    {
        app.MapInventoryEndpoints();
        app.MapLocationEndpoints();
        app.MapReservationEndpoints();
    }
}
