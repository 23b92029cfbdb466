using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.ShippingService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapRateEndpoints();
        app.MapShipmentEndpoints();
        app.MapInternalShippingEndpoints();
        app.MapWebhookEndpoints();
        app.MapMessagingAdministration();
    }
}
