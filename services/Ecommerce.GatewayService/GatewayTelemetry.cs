using System.Diagnostics.Metrics;

namespace Ecommerce.GatewayService;

/// <summary>What the gateway counts besides what YARP and ASP.NET Core count.</summary>
internal static class GatewayTelemetry
{
    private static readonly Meter Meter = new("Ecommerce.Gateway");

    public static readonly Counter<long> Limited = Meter.CreateCounter<long>("gateway.limited", "{request}", "Requests refused by a limit of the rate.");
    public static readonly Counter<long> CacheAnswers = Meter.CreateCounter<long>("gateway.cache.answers", "{request}", "Requests for what is kept: hit, shared, miss.");
    public static readonly Counter<long> CachePurges = Meter.CreateCounter<long>("gateway.cache.purges", "{purge}", "Times that all kept answers were dropped.");
    public static readonly Counter<long> Refused = Meter.CreateCounter<long>("gateway.refused", "{request}", "Requests not sent on: the service is cut off, or too many wait for it.");
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("gateway.retries", "{attempt}", "Second attempts.");
}
