using Ecommerce.GatewayService.Limits;

namespace Ecommerce.GatewayService.Routing;

/// <summary>What goes to which service, and within which bounds. What is not listed goes nowhere, <c>/internal</c> above all.</summary>
/// <param name="Path">The start of the path, with <c>*</c> for any one segment; the rest follows.</param>
/// <param name="Service">The service's name.</param>
internal sealed record PlatformRoute(string Path, string Service)
{
    /// <summary>Which limits of the rate apply.</summary>
    public RouteLimit Limit { get; init; } = RouteLimit.Caller;

    /// <summary>The largest body, in bytes.</summary>
    public long MaximumBody { get; init; } = 1 << 20;

    /// <summary>How long the service may take to begin its answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many requests may wait for the service's answer at a time; one more is refused.</summary>
    public int MostWaiting { get; init; } = 256;

    /// <summary>How long an answer to anybody is kept; zero: not at all.</summary>
    public TimeSpan Kept { get; init; }

    /// <summary>Whether the path holds a secret, which no trace may show.</summary>
    public bool HasSecretPath { get; init; }
}
