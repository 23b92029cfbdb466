using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Http.Resilience.Internal;

internal sealed class HttpPipelineBuilder(string pipelineName, IServiceCollection services)
    : IHttpResiliencePipelineBuilder, IHttpStandardResiliencePipelineBuilder
{
    public string PipelineName => pipelineName;

    public IServiceCollection Services => services;
}
