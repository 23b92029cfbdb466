using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Service of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class Service() : BaseKubernetesResource("v1", "Service")
{
    /// <summary>The field <c>spec</c>.</summary>
    [YamlMember(Alias = "spec")]
    public ServiceSpecV1 Spec { get; set; } = new();
}
