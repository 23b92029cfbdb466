namespace OpenTelemetry.Metrics;

/// <summary>Adds the metrics of ASP.NET Core.</summary>
public static class AspNetCoreInstrumentationMeterProviderBuilderExtensions
{
    /// <summary>Listens to the framework's meters for hosting, Kestrel, routing, connections, diagnostics and rate limits.</summary>
    public static MeterProviderBuilder AddAspNetCoreInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddMeter("Microsoft.AspNetCore.Hosting")
            .AddMeter("Microsoft.AspNetCore.Server.Kestrel")
            .AddMeter("Microsoft.AspNetCore.Http.Connections")
            .AddMeter("Microsoft.AspNetCore.Routing")
            .AddMeter("Microsoft.AspNetCore.Diagnostics")
            .AddMeter("Microsoft.AspNetCore.RateLimiting");
    }
}
