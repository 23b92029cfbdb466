using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the distributed application: a project, an executable, a server, a parameter.</summary>
public interface IResource
{
    /// <summary>The unique name, as used for service discovery.</summary>
    string Name { get; }

    /// <summary>What is known about the resource, in the order in which it was said.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>A statement about a resource.</summary>
public interface IResourceAnnotation;

/// <summary>The annotations of a resource.</summary>
public sealed class ResourceAnnotationCollection : System.Collections.ObjectModel.Collection<IResourceAnnotation>;

/// <summary>The base of all resources.</summary>
/// <param name="name">Letters, digits and hyphens, starting with a letter.</param>
[DebuggerDisplay("{GetType().Name,nq} {Name,nq}")]
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc />
    public virtual string Name { get; } = ResourceNames.Checked(name);

    /// <inheritdoc />
    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}

/// <summary>Whether an annotation is added to those of its type or takes their place.</summary>
public enum ResourceAnnotationMutationBehavior
{
    /// <summary>Added.</summary>
    Append,

    /// <summary>Those of the same type go.</summary>
    Replace,
}

/// <summary>A resource with environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource with command line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource with network endpoints.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can wait for others before it starts.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that can carry health probes.</summary>
[Experimental("ASPIREPROBES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public interface IResourceWithProbes : IResource;

/// <summary>A resource that no one starts or stops, such as a parameter.</summary>
public interface IResourceWithoutLifetime : IResource;

/// <summary>A resource that a compute environment can run.</summary>
public interface IComputeResource : IResource;

/// <summary>A place in which compute resources run, such as a Kubernetes cluster.</summary>
public interface IComputeEnvironmentResource : IResource;

/// <summary>A resource that lives and dies with another.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource that it belongs to.</summary>
    IResource Parent { get; }
}

/// <summary>A resource that lives and dies with another of a known type.</summary>
/// <typeparam name="T">The type of the parent.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent where T : IResource
{
    /// <summary>The resource that it belongs to.</summary>
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}

/// <summary>Marks a parameter that names a resource.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ResourceNameAttribute : Attribute;

/// <summary>Marks a parameter that names an endpoint.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EndpointNameAttribute : Attribute;
