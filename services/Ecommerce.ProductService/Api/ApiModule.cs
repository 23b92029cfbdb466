using Ecommerce.ProductService.Api.Catalogue;
using Ecommerce.ProductService.Api.Import;
using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.ProductService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.AddCatalogueApi();
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapCatalogueApi();
        app.MapImportEndpoints();
        app.MapInventoryEndpoints();
        app.MapInternalEndpoints();
        app.MapMessagingAdministration();
    }
}
