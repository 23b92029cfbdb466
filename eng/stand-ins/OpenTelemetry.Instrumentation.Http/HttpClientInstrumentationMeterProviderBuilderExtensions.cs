namespace OpenTelemetry.Metrics;

/// <summary>Adds the metrics of HttpClient and of name resolution.</summary>
public static class HttpClientInstrumentationMeterProviderBuilderExtensions
{
    /// <summary>Listens to the meters <c>System.Net.Http</c> and <c>System.Net.NameResolution</c>.</summary>
    public static MeterProviderBuilder AddHttpClientInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter("System.Net.Http").AddMeter("System.Net.NameResolution");
    }
}
