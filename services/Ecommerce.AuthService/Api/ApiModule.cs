using Ecommerce.ServiceDefaults.Hosting;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.HttpOverrides;

namespace Ecommerce.AuthService.Api;

internal static class ApiModule
{
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWireJson(ApiJson.Default);
        builder.Services.AddValidators(typeof(ApiModule).Assembly);
        builder.Services.AddCallers();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure(options =>
        {
            // One hop, the gateway's: what it was told itself it does not pass on.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            options.ForwardLimit = 1;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in (builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new()).Trusted)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
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
