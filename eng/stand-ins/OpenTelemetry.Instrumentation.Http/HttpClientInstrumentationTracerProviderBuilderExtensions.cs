using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Instrumentation.Http.Implementation;

namespace OpenTelemetry.Trace;

/// <summary>Adds spans for requests that HttpClient sends.</summary>
public static class HttpClientInstrumentationTracerProviderBuilderExtensions
{
    /// <summary>Spans for HttpClient, from the source <c>System.Net.Http</c> of the framework.</summary>
    public static TracerProviderBuilder AddHttpClientInstrumentation(this TracerProviderBuilder builder)
        => AddHttpClientInstrumentation(builder, name: null, configureHttpClientTraceInstrumentationOptions: null);

    /// <inheritdoc cref="AddHttpClientInstrumentation(TracerProviderBuilder)" />
    public static TracerProviderBuilder AddHttpClientInstrumentation(
        this TracerProviderBuilder builder,
        Action<HttpClientTraceInstrumentationOptions>? configureHttpClientTraceInstrumentationOptions)
        => AddHttpClientInstrumentation(builder, name: null, configureHttpClientTraceInstrumentationOptions);

    /// <inheritdoc cref="AddHttpClientInstrumentation(TracerProviderBuilder)" />
    public static TracerProviderBuilder AddHttpClientInstrumentation(
        this TracerProviderBuilder builder,
        string? name,
        Action<HttpClientTraceInstrumentationOptions>? configureHttpClientTraceInstrumentationOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        name ??= Options.DefaultName;

        if (configureHttpClientTraceInstrumentationOptions is not null)
        {
            builder.ConfigureServices(services => services.Configure(name, configureHttpClientTraceInstrumentationOptions));
        }

        return builder
            .AddSource("System.Net.Http")
            .AddInstrumentation(sp => new HttpClientInstrumentation(
                sp.GetRequiredService<IOptionsMonitor<HttpClientTraceInstrumentationOptions>>().Get(name)));
    }
}
