using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;

namespace Ecommerce.AuthService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
        builder.Services.AddCallers();
        builder.Services.Configure<ServiceClientOptions>(builder.Configuration.GetSection(ServiceClientOptions.Section));
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapAuthEndpoints();
        app.MapPasswordEndpoints();
        app.MapSessionEndpoints();
        app.MapMfaEndpoints();
        app.MapSigningKeyEndpoints();
        app.MapAccountEndpoints();
        app.MapApiKeyEndpoints();
        app.MapExternalLoginEndpoints();
        app.MapSecurityEventEndpoints();
        app.MapDiscoveryEndpoints();
        app.MapInternalEndpoints();
        app.MapMessagingAdministration();
    }
}
