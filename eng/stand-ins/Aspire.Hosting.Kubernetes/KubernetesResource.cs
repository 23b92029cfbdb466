using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Publishing;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes;

/// <summary>What a resource of the model becomes in the cluster; <c>PublishAsKubernetesService</c> changes it.</summary>
public class KubernetesResource(string name, IResource resource, KubernetesEnvironmentResource kubernetesEnvironmentResource) : Resource(name), IResourceWithParent<KubernetesEnvironmentResource>
{
    /// <summary>The environment.</summary>
    public KubernetesEnvironmentResource Parent { get; } = kubernetesEnvironmentResource;

    /// <summary>The Deployment, or for a server with a connection string the StatefulSet.</summary>
    public Workload? Workload { get; set; }

    /// <summary>The variables that are no secrets.</summary>
    public ConfigMap? ConfigMap { get; set; }

    /// <summary>The variables that are secrets.</summary>
    public Secret? Secret { get; set; }

    /// <summary>The service.</summary>
    public Service? Service { get; set; }

    /// <summary>Whatever else is deployed with it.</summary>
    public List<BaseKubernetesResource> AdditionalResources { get; } = [];

    internal IResource TargetResource { get; } = resource;

    internal Dictionary<string, EndpointMapping> Endpoints { get; } = [];

    internal Dictionary<string, HelmValue> Configuration { get; } = [];

    internal Dictionary<string, HelmValue> Secrets { get; } = [];

    internal Dictionary<string, HelmValue> Parameters { get; } = [];

    internal Dictionary<string, string> Labels { get; } = new()
    {
        ["app.kubernetes.io/name"] = Helm.Expression(".Chart.Name"),
        ["app.kubernetes.io/component"] = resource.Name,
        ["app.kubernetes.io/instance"] = Helm.Expression(".Release.Name"),
    };

    internal List<string> Args { get; } = [];

    internal List<PersistentVolumeClaim> Claims { get; } = [];

    internal IEnumerable<BaseKubernetesResource> Templates()
    {
        IEnumerable<BaseKubernetesResource?> own = [Workload, ConfigMap, Secret, Service, .. Claims];
        foreach (var additional in AdditionalResources)
        {
            foreach (var (label, value) in Labels)
            {
                additional.Metadata.Labels.TryAdd(label, value);
            }
        }

        return own.OfType<BaseKubernetesResource>().Concat(AdditionalResources);
    }

    /// <summary>Where an endpoint is in the cluster.</summary>
    internal sealed record EndpointMapping(string Name, string Scheme, string Protocol, string Host, HelmValue Port, HelmValue? ServicePort);
}
