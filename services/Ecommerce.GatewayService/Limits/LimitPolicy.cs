namespace Ecommerce.GatewayService.Limits;

/// <summary>How many requests in which time.</summary>
/// <param name="Name">The policy, as keys, settings and metrics have it.</param>
/// <param name="Permits">How many requests in any window.</param>
/// <param name="Window">The window.</param>
internal sealed record LimitPolicy(string Name, int Permits, TimeSpan Window)
{
    /// <summary>The value of <c>RateLimit-Policy</c>.</summary>
    public string Header { get; } = FormattableString.Invariant($"{Permits};w={Window.TotalSeconds:F0}");
}
