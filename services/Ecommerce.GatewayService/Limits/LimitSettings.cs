namespace Ecommerce.GatewayService.Limits;

/// <summary>Section <c>RateLimits</c>. The table itself is fixed.</summary>
internal sealed class LimitSettings
{
    public const string Section = "RateLimits";

    /// <summary>Multiplies every policy's permits. More than 1 only where all callers share an address, on a developer's machine.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>The window of every policy.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
