using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience.Internal;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Chooses a pipeline's instance per request.</summary>
public static class HttpResiliencePipelineBuilderExtensions
{
    /// <summary>One instance (and circuit breaker) per scheme, host and port.</summary>
    public static IHttpResiliencePipelineBuilder SelectPipelineByAuthority(this IHttpResiliencePipelineBuilder builder)
        => builder.SelectPipelineBy(PipelineSelector.ByAuthority);

    /// <summary>One instance per key.</summary>
    public static IHttpResiliencePipelineBuilder SelectPipelineBy(
        this IHttpResiliencePipelineBuilder builder,
        Func<IServiceProvider, Func<HttpRequestMessage, string>> selectorFactory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(selectorFactory);
        builder.Services.Configure<PipelineSelector>(builder.PipelineName, s => s.Factory = selectorFactory);
        return builder;
    }
}
