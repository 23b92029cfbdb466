using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.UserService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapUserEndpoints();
        app.MapPreferencesEndpoints();
        app.MapWishlistEndpoints();
        app.MapWishlistItemEndpoints();
        app.MapSharedWishlistEndpoints();
        app.MapDataRequestEndpoints();
        app.MapMessagingAdministration();
    }
}
