using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>How callers from outside of the cluster get in.</summary>
public class KubernetesIngressResource(string name, KubernetesEnvironmentResource environment) : Resource(name), IResourceWithParent<KubernetesEnvironmentResource>
{
    /// <summary>The environment.</summary>
    public KubernetesEnvironmentResource Parent { get; } = environment ?? throw new ArgumentNullException(nameof(environment));

    /// <summary>The class of the controller.</summary>
    public ReferenceExpression? IngressClassName { get; set; }

    internal List<ReferenceExpression> Hostnames { get; } = [];

    internal List<(string? Host, string Path, IngressPathType Type, EndpointReference Endpoint)> Paths { get; } = [];

    internal List<ReferenceExpression> TlsSecrets { get; } = [];

    internal Dictionary<string, ReferenceExpression> IngressAnnotations { get; } = [];

    internal EndpointReference? DefaultBackend { get; set; }
}

/// <summary>How a path is compared.</summary>
public enum IngressPathType
{
    /// <summary>By its beginning.</summary>
    Prefix,

    /// <summary>As a whole.</summary>
    Exact,

    /// <summary>As the controller does it.</summary>
    ImplementationSpecific,
}
