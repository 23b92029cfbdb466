using OpenTelemetry.Instrumentation.Runtime;

namespace OpenTelemetry.Metrics;

/// <summary>Adds the metrics of the .NET runtime (collections, heap, thread pool, locks, exceptions, CPU).</summary>
public static class MeterProviderBuilderExtensions
{
    /// <summary>Listens to the meter <c>System.Runtime</c>, which the runtime itself feeds since .NET 9.</summary>
    public static MeterProviderBuilder AddRuntimeInstrumentation(this MeterProviderBuilder builder)
        => AddRuntimeInstrumentation(builder, configure: null);

    /// <inheritdoc cref="AddRuntimeInstrumentation(MeterProviderBuilder)" />
    public static MeterProviderBuilder AddRuntimeInstrumentation(
        this MeterProviderBuilder builder,
        Action<RuntimeInstrumentationOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        configure?.Invoke(new RuntimeInstrumentationOptions());
        return builder.AddMeter("System.Runtime");
    }
}
