using Ecommerce.GatewayService.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Ecommerce.GatewayService.Resilience;

/// <summary>Makes each route a client of its own, with its own connections behind a <see cref="RouteHandler"/>.</summary>
internal sealed class RouteClients(TimeProvider clock, ILogger<RouteHandler> logger) : ForwarderHttpClientFactory
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = ConnectTimeout;

        // EdgeTransform says which trace it is: a span of the client's between the gateway's and the service's would tell the same again.
        handler.ActivityHeadersPropagator = null;

        // So that a service's new addresses are found.
        handler.PooledConnectionLifetime = ConnectionLife;
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        new RouteHandler(PlatformRoutes.At(context.ClusterId), clock, logger) { InnerHandler = base.WrapHandler(context, handler) };
}
