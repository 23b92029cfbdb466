using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Polly;

namespace Microsoft.Extensions.Http.Resilience.Internal;

/// <summary>
/// One pipeline a name and instance, so that a circuit breaker outlives the handlers that HttpClientFactory recycles.
/// </summary>
internal sealed class PipelineRegistry(IServiceProvider services, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<(string Name, string Instance), Lazy<ResiliencePipeline<HttpResponseMessage>>> _pipelines = new();
    private readonly PipelineTelemetry _telemetry = new(loggers.CreateLogger("Polly"));

    public ResiliencePipeline<HttpResponseMessage> Get(
        string name,
        string instance,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
        => _pipelines.TryGetValue((name, instance), out var known)
            ? known.Value
            : _pipelines.GetOrAdd(
                (name, instance),
                key => new Lazy<ResiliencePipeline<HttpResponseMessage>>(() => Build(key.Name, key.Instance, configure))).Value;

    private ResiliencePipeline<HttpResponseMessage> Build(
        string name,
        string instance,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>
        {
            Name = name,
            InstanceName = instance,
            TelemetryListener = _telemetry,
        };
        configure(builder, new ResilienceHandlerContext(services, name, instance));
        return builder.Build();
    }
}
