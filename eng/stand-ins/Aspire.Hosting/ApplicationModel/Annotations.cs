using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback for environment variables gets.</summary>
public class EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, IResource resource, Dictionary<string, object>? environmentVariables = null, CancellationToken cancellationToken = default)
{
    /// <summary>The variables: strings and values that are known later.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The resource whose variables they are.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The resource's log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Cancelled when the start is.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>Adds environment variables when the resource starts.</summary>
public class EnvironmentCallbackAnnotation : IResourceAnnotation
{
    /// <summary>One variable.</summary>
    public EnvironmentCallbackAnnotation(string name, Func<string> callback)
        : this(context => context.EnvironmentVariables[name] = callback())
    {
    }

    /// <summary>Many variables.</summary>
    public EnvironmentCallbackAnnotation(Action<Dictionary<string, object>> callback)
        : this(context => callback(context.EnvironmentVariables))
    {
    }

    /// <summary>Many variables.</summary>
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback)
        : this(context =>
        {
            callback(context);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Many variables.</summary>
    public EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) => Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>The callback.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; }
}

/// <summary>What a callback for command line arguments gets.</summary>
public sealed class CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default)
{
    /// <summary>The arguments: strings and values that are known later.</summary>
    public IList<object> Args { get; } = args;

    /// <summary>The resource whose arguments they are.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    /// <summary>The resource's log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Cancelled when the start is.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>Adds command line arguments when the resource starts.</summary>
public class CommandLineArgsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Arguments.</summary>
    public CommandLineArgsCallbackAnnotation(Action<IList<object>> callback)
        : this(context =>
        {
            callback(context.Args);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Arguments.</summary>
    public CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) => Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>The callback.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; }
}

/// <summary>What is waited for.</summary>
public enum WaitType
{
    /// <summary>Running, healthy, ready.</summary>
    WaitUntilHealthy,

    /// <summary>Finished.</summary>
    WaitForCompletion,

    /// <summary>Running.</summary>
    WaitUntilStarted,
}

/// <summary>What a waiting resource does when the one it waits for fails.</summary>
public enum WaitBehavior
{
    /// <summary>Goes on waiting, as someone may start it again.</summary>
    WaitOnResourceUnavailable,

    /// <summary>Fails too.</summary>
    StopOnResourceUnavailable,
}

/// <summary>Says that a resource waits for another.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The other.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>For what.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>The exit code that completion means.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What to do when the other fails.</summary>
    public WaitBehavior? WaitBehavior { get; init; }
}

/// <summary>Names a health check of a resource.</summary>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The check's name.</summary>
    public string Key { get; } = key;
}

/// <summary>How many processes a project runs in.</summary>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>How many.</summary>
    public int Replicas { get; } = replicas;
}

/// <summary>What a probe decides.</summary>
[Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public enum ProbeType
{
    /// <summary>That the others may begin.</summary>
    Startup,

    /// <summary>Whether it gets traffic.</summary>
    Readiness,

    /// <summary>Whether it is restarted.</summary>
    Liveness,
}

/// <summary>A health probe for the place where the resource is deployed.</summary>
[Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public abstract class ProbeAnnotation : IResourceAnnotation
{
    /// <summary>What it decides.</summary>
    public required ProbeType Type { get; init; }

    /// <summary>Seconds before the first.</summary>
    public int InitialDelaySeconds { get; init; } = 5;

    /// <summary>Seconds between two.</summary>
    public int PeriodSeconds { get; init; } = 5;

    /// <summary>Seconds until one has failed.</summary>
    public int TimeoutSeconds { get; set; } = 1;

    /// <summary>Failures in a row that count.</summary>
    public int FailureThreshold { get; init; } = 3;

    /// <summary>Successes in a row that count.</summary>
    public int SuccessThreshold { get; init; } = 1;
}

/// <summary>A probe by HTTP GET.</summary>
[Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public sealed class EndpointProbeAnnotation : ProbeAnnotation
{
    /// <summary>The endpoint that is asked.</summary>
    public required EndpointReference EndpointReference { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }
}

/// <summary>Relates a resource to another, for the dashboard.</summary>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>How: Reference, WaitFor, Parent.</summary>
    public string Type { get; } = type;
}

/// <summary>Says that a resource is started by hand only.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;

/// <summary>How a resource looks before anything is known of it.</summary>
public class ResourceSnapshotAnnotation(CustomResourceSnapshot initialSnapshot) : IResourceAnnotation
{
    /// <summary>That look.</summary>
    public CustomResourceSnapshot InitialSnapshot { get; } = initialSnapshot;
}

/// <summary>The icon of a resource.</summary>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>The Fluent UI icon's name.</summary>
    public string IconName { get; } = iconName;

    /// <summary>Filled or not.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}

/// <summary>Says how a resource is written to a manifest.</summary>
public class ManifestPublishingCallbackAnnotation(Func<Publishing.ManifestPublishingContext, Task>? callback) : IResourceAnnotation
{
    /// <summary>Leaves the resource out.</summary>
    public static ManifestPublishingCallbackAnnotation Ignore { get; } = new(null);

    /// <summary>How; null leaves it out.</summary>
    public Func<Publishing.ManifestPublishingContext, Task>? Callback { get; } = callback;
}

/// <summary>The launch profile of a project.</summary>
public sealed class LaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string LaunchProfileName { get; } = launchProfileName;
}

/// <summary>The launch profile of a project, where it has one of that name.</summary>
public sealed class DefaultLaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string LaunchProfileName { get; } = launchProfileName;
}

/// <summary>Says that a project has no launch profile.</summary>
public sealed class ExcludeLaunchProfileAnnotation : IResourceAnnotation;

/// <summary>What a reference to a resource puts into the environment.</summary>
[Flags]
public enum ReferenceEnvironmentInjectionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The connection string.</summary>
    ConnectionString = 1,

    /// <summary>Its parts.</summary>
    ConnectionProperties = 2,

    /// <summary>The keys of service discovery.</summary>
    ServiceDiscovery = 4,

    /// <summary>The endpoints' addresses.</summary>
    Endpoints = 8,

    /// <summary>All of it.</summary>
    All = 15,
}

/// <summary>Says what references of a resource put into its environment.</summary>
public sealed class ReferenceEnvironmentInjectionAnnotation(ReferenceEnvironmentInjectionFlags flags) : IResourceAnnotation
{
    /// <summary>What.</summary>
    public ReferenceEnvironmentInjectionFlags Flags { get; } = flags;
}

/// <summary>The endpoints of another resource that a resource refers to.</summary>
internal sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    internal IResourceWithEndpoints Resource { get; } = resource;

    internal bool UseAllEndpoints { get; set; }

    internal HashSet<string> EndpointNames { get; } = new(ResourceNames.Comparer);
}

/// <summary>The endpoints that stay out of a project's own ports and URLs.</summary>
internal sealed class EndpointEnvironmentFilterAnnotation(Func<EndpointAnnotation, bool> filter) : IResourceAnnotation
{
    internal Func<EndpointAnnotation, bool> Filter { get; } = filter;
}

/// <summary>Says that a published project does not read forwarded headers.</summary>
internal sealed class DisableForwardedHeadersAnnotation : IResourceAnnotation;

/// <summary>The https endpoint that a project gets when published and that its container does not listen on.</summary>
internal sealed class DefaultHttpsEndpointAnnotation(EndpointAnnotation endpoint) : IResourceAnnotation
{
    internal EndpointAnnotation Endpoint { get; } = endpoint;
}

/// <summary>The ids under which a resource that runs as processes shows.</summary>
internal sealed class InstancesAnnotation(string[] ids) : IResourceAnnotation
{
    internal IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Marks a resource of the orchestration itself.</summary>
internal sealed class HiddenAnnotation : IResourceAnnotation;
