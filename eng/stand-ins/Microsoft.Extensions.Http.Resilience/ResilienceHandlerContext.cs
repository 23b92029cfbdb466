using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>What is known while a pipeline is built.</summary>
public sealed class ResilienceHandlerContext
{
    internal ResilienceHandlerContext(IServiceProvider serviceProvider, string builderName, string instanceName)
    {
        ServiceProvider = serviceProvider;
        BuilderName = builderName;
        InstanceName = instanceName;
    }

    /// <summary>The services.</summary>
    public IServiceProvider ServiceProvider { get; }

    /// <summary>The pipeline's name.</summary>
    public string BuilderName { get; }

    /// <summary>The instance's name: empty, or what the selector of pipelines gave, such as an authority.</summary>
    public string InstanceName { get; }

    /// <summary>Gets options by name.</summary>
    public TOptions GetOptions<TOptions>(string? name = null)
        => ServiceProvider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name ?? Options.Options.DefaultName);
}
