using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Yarp.ReverseProxy.Transforms;

namespace Ecommerce.GatewayService.Routing;

internal static class RoutingModule
{
    // What only the platform itself may say of a caller.
    private static readonly string[] SpoofedHeaders =
    [
        "X-User-Id", "X-User-Roles", "X-Service", "X-Original-URL", "X-Original-Host", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override",
        "Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Scheme", "X-Forwarded-Path",
    ];

    private static readonly Error NotFound = Error.NotFound("route.not_found", "There is nothing here.");

    public static void AddRouting(this IHostApplicationBuilder builder) =>
        builder.Services.AddReverseProxy()
            .LoadFromMemory(PlatformRoutes.ToRoutes(), PlatformRoutes.ToClusters())
            .AddServiceDiscoveryDestinationResolver()
            .AddTransforms(context =>
            {
                foreach (var header in SpoofedHeaders)
                {
                    context.AddRequestHeaderRemove(header);
                }

                // The gateway is the edge: what a caller claims of proxies before it is not believed.
                context.AddXForwarded(ForwardedTransformActions.Set);
                context.AddRequestTransform(transform =>
                {
                    transform.ProxyRequest.Headers.Remove("X-Request-Id");
                    transform.ProxyRequest.Headers.TryAddWithoutValidation("X-Request-Id", transform.HttpContext.TraceIdentifier);
                    return ValueTask.CompletedTask;
                });
            });

    /// <summary>Services decide who may do what; here a token only has to be genuine, where one is given.</summary>
    public static void MapRouting(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ForgedTokenRefusal>();
        app.UseMiddleware<AbsentService>();
        app.MapReverseProxy().WithMetadata(new AllowAnonymousAttribute());

        // Without it the fallback policy would ask a visitor to log in for what is not there.
        app.MapFallback("{**path}", () => NotFound.ToProblem()).AllowAnonymous().ExcludeFromDescription();
    }
}
