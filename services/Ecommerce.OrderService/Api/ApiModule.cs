using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.OrderService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
        builder.Services.AddSingleton<GuestAccess>();
        builder.Services.AddOptions<GuestAccessOptions>().BindConfiguration(GuestAccessOptions.Section)
            .Validate(options => options.Key.Length >= 32, $"The secret {GuestAccessOptions.Section}:Key is missing or shorter than 32 characters.")
            .ValidateOnStart();
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOrderEndpoints();
        app.MapInternalOrderEndpoints();
        app.MapMessagingAdministration();
    }
}
