using Ecommerce.ProductService.Api.Catalogue;
using Ecommerce.ProductService.Api.Images;
using Ecommerce.ProductService.Api.Import;
using Ecommerce.ProductService.Api.Inventory;
using Ecommerce.ProductService.Api.Reviews;
using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.ProductService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.AddCatalogueApi();
        builder.Services.AddInventoryApi();
        builder.Services.AddImageApi();
        builder.Services.AddReviewApi();
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapCatalogueApi();
        app.MapImportEndpoints();
        app.MapInventoryApi();
        app.MapImageEndpoints();
        app.MapReviewEndpoints();
        app.MapInternalEndpoints();
        app.MapMessagingAdministration();
    }
}
