using Ecommerce.ServiceDefaults.Json;

namespace Ecommerce.ProductService.Api.Catalogue;

internal static class CatalogueApi
{
    public static void AddCatalogueApi(this IHostApplicationBuilder builder) => builder.Services.AddWireJson(CatalogueJson.Default);

    public static void MapCatalogueApi(this IEndpointRouteBuilder app)
    {
        app.MapCatalogueEndpoints();
        app.MapStaffProductEndpoints();
        app.MapShelfEndpoints();
    }
}
