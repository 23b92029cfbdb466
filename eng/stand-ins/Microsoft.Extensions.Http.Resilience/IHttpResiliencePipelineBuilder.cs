using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>The builder of a resilience pipeline of an HTTP client.</summary>
public interface IHttpResiliencePipelineBuilder
{
    /// <summary>The pipeline's name: the client's name, a dash, and the name given.</summary>
    string PipelineName { get; }

    /// <summary>The services.</summary>
    IServiceCollection Services { get; }
}
