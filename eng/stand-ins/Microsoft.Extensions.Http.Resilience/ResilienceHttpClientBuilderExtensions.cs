using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Http.Resilience.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds resilience to an HTTP client.</summary>
public static class ResilienceHttpClientBuilderExtensions
{
    private const string StandardName = "standard";

    /// <summary>Adds the standard pipeline.</summary>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var name = PipelineName(builder, StandardName);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<HttpStandardResilienceOptions>, HttpStandardResilienceOptionsValidator>());
        builder.Services.AddOptions<HttpStandardResilienceOptions>(name).ValidateOnStart();
        AddHandler(builder, name, (pipeline, context) =>
        {
            var options = context.GetOptions<HttpStandardResilienceOptions>(name);
            pipeline
                .AddRateLimiter(options.RateLimiter)
                .AddTimeout(options.TotalRequestTimeout)
                .AddRetry(options.Retry)
                .AddCircuitBreaker(options.CircuitBreaker)
                .AddTimeout(options.AttemptTimeout);
        });

        // The pipeline has the time-outs; the client's own of 100 seconds would cut a longer total short.
        builder.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        return new HttpPipelineBuilder(name, builder.Services);
    }

    /// <summary>Adds the standard pipeline, bound to a configuration section.</summary>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, IConfigurationSection section)
        => builder.AddStandardResilienceHandler().Configure(section);

    /// <summary>Adds the standard pipeline with other options.</summary>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure)
        => builder.AddStandardResilienceHandler().Configure(configure);

    /// <summary>Adds a pipeline of one's own.</summary>
    public static IHttpResiliencePipelineBuilder AddResilienceHandler(
        this IHttpClientBuilder builder,
        string pipelineName,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddResilienceHandler(pipelineName, (pipeline, _) => configure(pipeline));
    }

    /// <summary>Adds a pipeline of one's own, with the services at hand.</summary>
    public static IHttpResiliencePipelineBuilder AddResilienceHandler(
        this IHttpClientBuilder builder,
        string pipelineName,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(pipelineName);
        ArgumentNullException.ThrowIfNull(configure);

        var name = PipelineName(builder, pipelineName);
        AddHandler(builder, name, configure);
        return new HttpPipelineBuilder(name, builder.Services);
    }

    /// <summary>Takes away the resilience handlers that were added so far, such as those of the client defaults.</summary>
    [Experimental("EXTEXP0001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
    public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) =>
        {
            for (var i = handlers.Count - 1; i >= 0; i--)
            {
                if (handlers[i] is ResilienceHandler)
                {
                    handlers.RemoveAt(i);
                }
            }
        });
    }

    private static string PipelineName(IHttpClientBuilder builder, string name)
        => builder.Name + "-" + name;

    private static void AddHandler(
        IHttpClientBuilder builder,
        string name,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
    {
        builder.Services.TryAddSingleton(static sp => new PipelineRegistry(sp, sp.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        builder.Services.AddOptions<PipelineSelector>(name);
        builder.AddHttpMessageHandler(services =>
        {
            var registry = services.GetRequiredService<PipelineRegistry>();
            var selector = services.GetRequiredService<IOptionsMonitor<PipelineSelector>>().Get(name).Factory?.Invoke(services);
            return selector is null
                ? new ResilienceHandler(registry.Get(name, string.Empty, configure))
                : new ResilienceHandler(request => registry.Get(name, selector(request), configure));
        });
    }
}
