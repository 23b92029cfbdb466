namespace Aspire.Hosting;

/// <summary>What the AppHost was started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the application here.</summary>
    Run,

    /// <summary>To write what a deployment needs.</summary>
    Publish,
}

/// <summary>What the AppHost was started for.</summary>
public class DistributedApplicationExecutionContext
{
    private IServiceProvider? _services;

    /// <summary>A context.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation) => Operation = operation;

    /// <summary>Run or publish.</summary>
    public DistributedApplicationOperation Operation { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>Whether it publishes.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>The application's services, once it is built.</summary>
    public IServiceProvider Services
    {
        get => _services ?? throw new InvalidOperationException("IServiceProvider is not available because the container has not been built.");
        internal set => _services = value;
    }
}
