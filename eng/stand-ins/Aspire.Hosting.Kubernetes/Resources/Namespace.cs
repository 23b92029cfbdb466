using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Namespace of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class Namespace() : BaseKubernetesResource("v1", "Namespace")
{
    /// <summary>The field <c>spec</c>.</summary>
    [YamlMember(Alias = "spec")]
    public NamespaceSpecV1 Spec { get; set; } = new();
}
