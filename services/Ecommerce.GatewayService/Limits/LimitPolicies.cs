using System.Net;
using System.Net.Sockets;
using Ecommerce.GatewayService.Routing;
using Microsoft.Extensions.Options;

namespace Ecommerce.GatewayService.Limits;

/// <summary>The table of limits, and who is counted under which.</summary>
internal sealed class LimitPolicies(IOptions<LimitSettings> settings)
{
    // Providers and people have whole networks of this size.
    private const int NetworkBytes = 8;

    public LimitPolicy Anonymous { get; } = Policy(settings.Value, "anonymous", 300);

    public LimitPolicy Authenticated { get; } = Policy(settings.Value, "authenticated", 600);

    public LimitPolicy Credentials { get; } = Policy(settings.Value, "credentials", 20);

    public LimitPolicy Webhooks { get; } = Policy(settings.Value, "webhooks", 1200);

    /// <summary>The policy for a request and whom it is counted for.</summary>
    public (LimitPolicy Policy, string Caller) For(HttpContext context)
    {
        var limit = PlatformRoutes.Of(context)?.Limit ?? RouteLimit.Caller;
        if (limit == RouteLimit.Webhooks)
        {
            return (Webhooks, Address(context));
        }

        if (limit == RouteLimit.Credentials && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return (Credentials, Address(context));
        }

        return context.User.FindFirst("sub")?.Value is { Length: > 0 } subject ? (Authenticated, subject) : (Anonymous, Address(context));
    }

    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        // Whoever has an IPv6 address has 2^64 of them.
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }

    private static LimitPolicy Policy(LimitSettings settings, string name, int permits) =>
        new(name, Math.Max(1, (int)(permits * settings.Factor)), settings.Window);
}
