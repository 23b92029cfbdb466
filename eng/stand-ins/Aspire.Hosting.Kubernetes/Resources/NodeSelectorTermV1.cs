using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>NodeSelectorTerm of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class NodeSelectorTermV1
{
    /// <summary>The field <c>matchExpressions</c>.</summary>
    [YamlMember(Alias = "matchExpressions")]
    public List<NodeSelectorRequirementV1> MatchExpressions { get; } = [];

    /// <summary>The field <c>matchFields</c>.</summary>
    [YamlMember(Alias = "matchFields")]
    public List<NodeSelectorRequirementV1> MatchFields { get; } = [];
}
