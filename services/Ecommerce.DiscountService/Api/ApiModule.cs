using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.DiscountService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapPromotionEndpoints();
        app.MapCouponEndpoints();
        app.MapCustomerGroupEndpoints();
        app.MapInternalDiscountEndpoints();
        app.MapMessagingAdministration();
    }
}
