using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Health;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Routing;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.ServiceDefaults;

/// <summary>What every service gets.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>The largest request body that a service reads unless an endpoint says otherwise, in bytes.</summary>
    public const long MaximumRequestBody = 1 << 20;

    /// <summary>Adds telemetry, health, service discovery, resilience, authentication, problem details, JSON, OpenAPI and graceful shutdown.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.AddServiceDiscoveryAndResilience();
        builder.AddServiceAuthentication();
        builder.Services.AddServiceHealth();
        builder.Services.AddServiceJson();
        builder.Services.AddServiceProblems();
        builder.Services.AddOpenApi("v1");
        builder.Services.LeaveContentTypesToEndpoints();
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaximumRequestBody;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    /// <summary>Puts the middleware in order and maps <c>/health</c>, <c>/alive</c>, <c>/metrics</c>, <c>/openapi/v1.json</c> and the export of personal data.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMethodRouting();
        app.RefuseMalformedText();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapServiceHealth();
        app.MapMetrics();
        app.MapPersonalData();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }

    // The library would answer every method. No call for it is in the API's documentation, and no span is made of it (TelemetryExtensions).
    private static void MapMetrics(this WebApplication app) =>
        app.MapPrometheusScrapingEndpoint("/metrics")
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
