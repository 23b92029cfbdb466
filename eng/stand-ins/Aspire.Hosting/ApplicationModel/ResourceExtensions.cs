using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Questions to a resource.</summary>
public static class ResourceExtensions
{
    /// <summary>The annotation of a type that was added last.</summary>
    public static bool TryGetLastAnnotation<T>(this IResource resource, [NotNullWhen(true)] out T? annotation) where T : IResourceAnnotation
    {
        annotation = resource.Annotations.OfType<T>().LastOrDefault();
        return annotation is not null;
    }

    /// <summary>All annotations of a type.</summary>
    public static bool TryGetAnnotationsOfType<T>(this IResource resource, [NotNullWhen(true)] out IEnumerable<T>? result) where T : IResourceAnnotation
    {
        var found = resource.Annotations.OfType<T>().ToArray();
        result = found.Length == 0 ? null : found;
        return result is not null;
    }

    /// <summary>Whether there is an annotation of a type.</summary>
    public static bool HasAnnotationOfType<T>(this IResource resource) where T : IResourceAnnotation => resource.Annotations.OfType<T>().Any();

    /// <summary>The endpoints.</summary>
    public static bool TryGetEndpoints(this IResource resource, [NotNullWhen(true)] out IEnumerable<EndpointAnnotation>? endpoints) => resource.TryGetAnnotationsOfType(out endpoints);

    /// <summary>The URLs.</summary>
    public static bool TryGetUrls(this IResource resource, [NotNullWhen(true)] out IEnumerable<ResourceUrlAnnotation>? urls) => resource.TryGetAnnotationsOfType(out urls);

    /// <summary>The callbacks that make the environment.</summary>
    public static bool TryGetEnvironmentVariables(this IResource resource, [NotNullWhen(true)] out IEnumerable<EnvironmentCallbackAnnotation>? environmentVariables) => resource.TryGetAnnotationsOfType(out environmentVariables);

    /// <summary>The mounts.</summary>
    public static bool TryGetContainerMounts(this IResource resource, [NotNullWhen(true)] out IEnumerable<ContainerMountAnnotation>? volumeMounts) => resource.TryGetAnnotationsOfType(out volumeMounts);

    /// <summary>The image, as registry/name:tag.</summary>
    public static bool TryGetContainerImageName(this IResource resource, [NotNullWhen(true)] out string? imageName)
    {
        imageName = null;
        if (resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image))
        {
            imageName = $"{(image.Registry is null ? "" : image.Registry + "/")}{image.Image}{(image.SHA256 is not null ? $"@sha256:{image.SHA256}" : $":{image.Tag ?? "latest"}")}";
        }

        return imageName is not null;
    }

    /// <summary>How many processes it runs in.</summary>
    public static int GetReplicaCount(this IResource resource) => resource.TryGetLastAnnotation<ReplicaAnnotation>(out var replicas) ? replicas.Replicas : 1;

    /// <summary>Whether publishing leaves it out.</summary>
    public static bool IsExcludedFromPublish(this IResource resource) => resource.TryGetLastAnnotation<ManifestPublishingCallbackAnnotation>(out var publishing) && publishing.Callback is null;

    /// <summary>A reference to each endpoint.</summary>
    public static IEnumerable<EndpointReference> GetEndpoints(this IResourceWithEndpoints resource) => resource.Annotations.OfType<EndpointAnnotation>().Select(e => new EndpointReference(resource, e));

    /// <summary>A reference to an endpoint.</summary>
    public static EndpointReference GetEndpoint(this IResourceWithEndpoints resource, string endpointName) => new(resource, endpointName);

    /// <summary>The environment variables with their values: of a running application real ones, of a published one expressions.</summary>
    [Obsolete("Use ExecutionConfigurationBuilder instead.")]
    public static async ValueTask<Dictionary<string, string>> GetEnvironmentVariableValuesAsync(this IResourceWithEnvironment resource, DistributedApplicationOperation applicationOperation = DistributedApplicationOperation.Run)
    {
        var raw = await resource.CollectEnvironmentAsync(new DistributedApplicationExecutionContext(applicationOperation), NullLogger.Instance, default).ConfigureAwait(false);
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in raw)
        {
            var text = value switch
            {
                string s => s,
                IManifestExpressionProvider e when applicationOperation == DistributedApplicationOperation.Publish => e.ValueExpression,
                IValueProvider p => await p.GetValueAsync(default).ConfigureAwait(false),
                _ => value?.ToString(),
            };
            if (text is not null)
            {
                values[name] = text;
            }
        }

        return values;
    }

    internal static IEnumerable<string> InstanceIds(this IResource resource)
        => resource.Annotations.OfType<InstancesAnnotation>().LastOrDefault()?.Ids ?? (IEnumerable<string>)[resource.Name];

    internal static bool IsContainer(this IResource resource) => resource.HasAnnotationOfType<ContainerImageAnnotation>();

    internal static async Task<Dictionary<string, object>> CollectEnvironmentAsync(this IResource resource, DistributedApplicationExecutionContext execution, Microsoft.Extensions.Logging.ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(execution, resource, cancellationToken: cancellationToken) { Logger = logger };
        foreach (var callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await callback.Callback(context).ConfigureAwait(false);
        }

        return context.EnvironmentVariables;
    }

    internal static async Task<List<object>> CollectArgsAsync(this IResource resource, DistributedApplicationExecutionContext execution, Microsoft.Extensions.Logging.ILogger logger, CancellationToken cancellationToken)
    {
        var args = new List<object>();
        var context = new CommandLineArgsCallbackContext(args, resource, cancellationToken) { ExecutionContext = execution, Logger = logger };
        foreach (var callback in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await callback.Callback(context).ConfigureAwait(false);
        }

        return args;
    }
}
