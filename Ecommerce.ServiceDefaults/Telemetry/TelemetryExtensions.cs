using Ecommerce.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ecommerce.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var exports = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", MessagingTelemetry.Name, "Ecommerce.*")

                // Each is written once or twice a request and says nothing that the histograms of durations do not.
                .AddView("aspnetcore.routing.match_attempts", MetricStreamConfiguration.Drop)
                .AddView("http.client.active_requests", MetricStreamConfiguration.Drop)
                .AddView("http.client.open_connections", MetricStreamConfiguration.Drop)
                .AddPrometheusExporter());
        if (!exports)
        {
            // Aspire's Npgsql and Redis integrations add tracing on their own. Without an exporter nothing would read these traces.
            telemetry.WithTracing(tracing => tracing.SetSampler(new AlwaysOffSampler()));
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;

            // The only scope is the host's own, and it holds the path, which may hold a secret. A record has its trace's id without it.
            logging.IncludeScopes = false;
        });
        telemetry
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new RootSampler(builder.Configuration.GetValue<int>("Telemetry:TracesPerSecond"))))
                .AddSource(builder.Environment.ApplicationName, MessagingTelemetry.Name, "Npgsql")
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = IsNoProbe;
                    options.EnrichWithHttpResponse = (span, response) => SecretPath.Redact(span, response.HttpContext);
                })
                .AddHttpClientInstrumentation())
            .UseOtlpExporter();
    }

    // Probes and scrapes would bury what people look for.
    private static bool IsNoProbe(HttpContext context) =>
        !(context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/alive", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal));
}
