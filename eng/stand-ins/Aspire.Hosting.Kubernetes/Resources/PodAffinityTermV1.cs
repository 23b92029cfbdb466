using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodAffinityTerm of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodAffinityTermV1
{
    /// <summary>The field <c>labelSelector</c>.</summary>
    [YamlMember(Alias = "labelSelector")]
    public LabelSelectorV1 LabelSelector { get; set; } = new();

    /// <summary>The field <c>namespaceSelector</c>.</summary>
    [YamlMember(Alias = "namespaceSelector")]
    public LabelSelectorV1 NamespaceSelector { get; set; } = new();

    /// <summary>The field <c>matchLabelKeys</c>.</summary>
    [YamlMember(Alias = "matchLabelKeys")]
    public List<string> MatchLabelKeys { get; } = [];

    /// <summary>The field <c>mismatchLabelKeys</c>.</summary>
    [YamlMember(Alias = "mismatchLabelKeys")]
    public List<string> MismatchLabelKeys { get; } = [];

    /// <summary>The field <c>namespaces</c>.</summary>
    [YamlMember(Alias = "namespaces")]
    public List<string> Namespaces { get; } = [];

    /// <summary>The field <c>topologyKey</c>.</summary>
    [YamlMember(Alias = "topologyKey")]
    public string TopologyKey { get; set; } = null!;
}
