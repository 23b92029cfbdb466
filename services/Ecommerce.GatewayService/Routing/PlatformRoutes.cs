using System.Collections.Frozen;
using Ecommerce.GatewayService.Limits;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Ecommerce.GatewayService.Routing;

/// <summary>The whole table of the platform's routes.</summary>
internal static class PlatformRoutes
{
    private const long Image = 10 << 20;
    private const long Import = 256 << 20;

    // A stream may be silent for long between two events.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<PlatformRoute> All { get; } =
    [
        new("/.well-known", "auth-service"),
        new("/api/v1/auth", "auth-service") { Limit = RouteLimit.Credentials },
        new("/api/v1/auth/refresh", "auth-service"),
        new("/api/v1/auth/logout", "auth-service"),
        new("/api/v1/auth/logout-everywhere", "auth-service"),
        new("/api/v1/auth/sessions", "auth-service"),
        new("/api/v1/auth/devices", "auth-service"),
        new("/api/v1/auth/security-events", "auth-service"),
        new("/api/v1/auth/api-keys", "auth-service"),
        new("/api/v1/auth/accounts", "auth-service"),
        new("/api/v1/auth/signing-keys", "auth-service"),
        new("/api/v1/users", "user-service"),
        new("/api/v1/users/wishlists/shared", "user-service") { HasSecretPath = true },
        new("/api/v1/users/me/data-exports", "user-service") { HasSecretPath = true },
        new("/api/v1/products", "product-service") { Kept = Briefly },
        new("/api/v1/products/*/images", "product-service") { MaximumBody = Image, Patience = Upload },
        new("/api/v1/categories", "product-service") { Kept = Briefly },
        new("/api/v1/brands", "product-service") { Kept = Briefly },
        new("/api/v1/attributes", "product-service") { Kept = Briefly },
        new("/api/v1/catalogue", "product-service"),
        new("/api/v1/catalogue/imports", "product-service") { MaximumBody = Import, Patience = Upload },
        new("/api/v1/catalogue/export", "product-service") { Patience = Upload },
        new("/api/v1/inventory", "product-service"),
        new("/api/v1/stock-locations", "product-service"),
        new("/api/v1/images", "product-service"),
        new("/api/v1/reviews", "product-service"),
        new("/api/v1/carts", "cart-service"),
        new("/api/v1/orders", "order-service") { Patience = TimeSpan.FromSeconds(30) },
        new("/api/v1/payments", "payment-service") { Patience = TimeSpan.FromSeconds(30) },
        new("/api/v1/notifications", "notification-service"),
        new("/api/v1/promotions", "discount-service"),
        new("/api/v1/customer-groups", "discount-service"),
        new("/api/v1/shipping", "shipping-service"),
        new("/api/v1/shipments", "shipping-service"),
        new("/api/v1/returns", "return-service"),
        new("/webhooks/stripe", "payment-service") { Limit = RouteLimit.Webhooks },
        new("/webhooks/sendgrid", "notification-service") { Limit = RouteLimit.Webhooks },
        new("/webhooks/shippo", "shipping-service") { Limit = RouteLimit.Webhooks },
    ];

    private static readonly FrozenDictionary<string, PlatformRoute> ByPath = All.ToFrozenDictionary(route => route.Path, StringComparer.Ordinal);

    /// <summary>The route that the request takes; null where it goes nowhere.</summary>
    public static PlatformRoute? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>() is { } model ? ByPath[model.Config.RouteId] : null;

    /// <summary>The route with this path.</summary>
    public static PlatformRoute At(string path) => ByPath[path];

    public static IReadOnlyList<RouteConfig> ToRoutes() =>
    [
        .. All.Select(route => new RouteConfig
        {
            RouteId = route.Path,
            ClusterId = route.Path,
            Match = new RouteMatch { Path = $"{route.Path.Replace("*", "{one}", StringComparison.Ordinal)}/{{**rest}}" },
            MaxRequestBodySize = route.MaximumBody,
        }),
    ];

    /// <summary>One a route and not one a service: each has connections, a breaker and a count of its own, so that none costs another anything.</summary>
    public static IReadOnlyList<ClusterConfig> ToClusters() =>
    [
        .. All.Select(route => new ClusterConfig
        {
            ClusterId = route.Path,
            Destinations = new Dictionary<string, DestinationConfig> { [route.Service] = new() { Address = $"http://{route.Service}" } },
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = route.Patience > LongestSilence ? route.Patience : LongestSilence },
        }),
    ];
}
