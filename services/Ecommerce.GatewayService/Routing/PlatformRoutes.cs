using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Ecommerce.GatewayService.Routing;

/// <summary>The whole table of the platform's routes.</summary>
internal static class PlatformRoutes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<PlatformRoute> All { get; } =
    [
        new("/.well-known", "auth-service"),
        new("/api/v1/auth", "auth-service"),
        new("/api/v1/users", "user-service"),
        new("/api/v1/products", "product-service"),
        new("/api/v1/categories", "product-service"),
        new("/api/v1/inventory", "product-service"),
        new("/api/v1/carts", "cart-service"),
        new("/api/v1/orders", "order-service"),
        new("/api/v1/payments", "payment-service"),
        new("/api/v1/notifications", "notification-service"),
        new("/api/v1/promotions", "discount-service"),
        new("/api/v1/shipping", "shipping-service"),
        new("/api/v1/shipments", "shipping-service"),
        new("/api/v1/returns", "return-service"),
        new("/webhooks/stripe", "payment-service"),
        new("/webhooks/sendgrid", "notification-service"),
        new("/webhooks/shippo", "shipping-service"),
    ];

    public static IReadOnlyList<RouteConfig> ToRoutes() =>
    [
        .. All.Select(route => new RouteConfig
        {
            RouteId = route.Path,
            ClusterId = route.Service,
            Match = new RouteMatch { Path = $"{route.Path}/{{**rest}}" },
        }),
    ];

    public static IReadOnlyList<ClusterConfig> ToClusters() =>
    [
        .. All.Select(route => route.Service).Distinct().Select(service => new ClusterConfig
        {
            ClusterId = service,
            Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } },
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = Patience },
        }),
    ];
}
