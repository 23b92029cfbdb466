using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>NodeSelector of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class NodeSelectorV1
{
    /// <summary>The field <c>nodeSelectorTerms</c>.</summary>
    [YamlMember(Alias = "nodeSelectorTerms")]
    public List<NodeSelectorTermV1> NodeSelectorTerms { get; } = [];
}
