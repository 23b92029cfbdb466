using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.AspNetCore.Implementation;

namespace OpenTelemetry.Trace;

/// <summary>Adds spans for requests that ASP.NET Core answers.</summary>
public static class AspNetCoreInstrumentationTracerProviderBuilderExtensions
{
    /// <summary>Spans of the source <c>Microsoft.AspNetCore</c>, named and tagged by the HTTP semantic conventions.</summary>
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(this TracerProviderBuilder builder)
        => AddAspNetCoreInstrumentation(builder, name: null, configureAspNetCoreTraceInstrumentationOptions: null);

    /// <inheritdoc cref="AddAspNetCoreInstrumentation(TracerProviderBuilder)" />
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(
        this TracerProviderBuilder builder,
        Action<AspNetCoreTraceInstrumentationOptions>? configureAspNetCoreTraceInstrumentationOptions)
        => AddAspNetCoreInstrumentation(builder, name: null, configureAspNetCoreTraceInstrumentationOptions);

    /// <inheritdoc cref="AddAspNetCoreInstrumentation(TracerProviderBuilder)" />
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(
        this TracerProviderBuilder builder,
        string? name,
        Action<AspNetCoreTraceInstrumentationOptions>? configureAspNetCoreTraceInstrumentationOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        name ??= Options.DefaultName;

        if (configureAspNetCoreTraceInstrumentationOptions is not null)
        {
            builder.ConfigureServices(services => services.Configure(name, configureAspNetCoreTraceInstrumentationOptions));
        }

        return builder
            .AddSource("Microsoft.AspNetCore")
            .AddInstrumentation(sp => new AspNetCoreInstrumentation(
                sp.GetRequiredService<IOptionsMonitor<AspNetCoreTraceInstrumentationOptions>>().Get(name)));
    }
}
