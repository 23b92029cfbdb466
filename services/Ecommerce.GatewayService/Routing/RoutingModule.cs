using Ecommerce.GatewayService.Caching;
using Ecommerce.GatewayService.Docs;
using Ecommerce.GatewayService.Limits;
using Ecommerce.GatewayService.Resilience;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Telemetry;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Yarp.ReverseProxy.Forwarder;

namespace Ecommerce.GatewayService.Routing;

internal static class RoutingModule
{
    private static readonly Error NotFound = Error.NotFound("route.not_found", "There is nothing here.");

    public static void AddRouting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromMemory(PlatformRoutes.ToRoutes(), PlatformRoutes.ToClusters())
            .AddServiceDiscoveryDestinationResolver()
            .AddTransforms(context =>
            {
                context.UseDefaultForwarders = false;
                context.RequestTransforms.Add(new EdgeTransform(PlatformRoutes.At(context.Route.RouteId).Limit == RouteLimit.Webhooks));
            });
        builder.Services.AddSingleton<IForwarderHttpClientFactory, RouteClients>();
    }

    /// <summary>Services decide who may do what; here a token only has to be genuine, where one is given.</summary>
    public static void MapRouting(this WebApplication app)
    {
        app.UseMiddleware<RateLimit>();
        app.UseMiddleware<ForgedTokenRefusal>();
        app.MapDocs();
        app.UseMiddleware<CatalogueCache>();
        app.UseMiddleware<AbsentService>();
        app.MapReverseProxy(proxy => proxy.UseLoadBalancing()).WithMetadata(new AllowAnonymousAttribute()).ConfigureEndpoints((endpoint, route) =>
        {
            if (PlatformRoutes.At(route.RouteId).HasSecretPath)
            {
                endpoint.WithSecretPath();
            }
        });

        // Without it the fallback policy would ask a visitor to log in for what is not there.
        app.MapFallback("{**path}", () => NotFound.ToProblem()).AllowAnonymous().ExcludeFromDescription();
    }
}
