using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>TopologySpreadConstraint of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class TopologySpreadConstraintV1
{
    /// <summary>The field <c>whenUnsatisfiable</c>.</summary>
    [YamlMember(Alias = "whenUnsatisfiable")]
    public string? WhenUnsatisfiable { get; set; }

    /// <summary>The field <c>labelSelector</c>.</summary>
    [YamlMember(Alias = "labelSelector")]
    public LabelSelectorV1 LabelSelector { get; set; } = new();

    /// <summary>The field <c>matchLabelKeys</c>.</summary>
    [YamlMember(Alias = "matchLabelKeys")]
    public List<string> MatchLabelKeys { get; } = [];

    /// <summary>The field <c>minDomains</c>.</summary>
    [YamlMember(Alias = "minDomains")]
    public int? MinDomains { get; set; }

    /// <summary>The field <c>maxSkew</c>.</summary>
    [YamlMember(Alias = "maxSkew")]
    public int? MaxSkew { get; set; }

    /// <summary>The field <c>nodeAffinityPolicy</c>.</summary>
    [YamlMember(Alias = "nodeAffinityPolicy")]
    public string? NodeAffinityPolicy { get; set; }

    /// <summary>The field <c>nodeTaintsPolicy</c>.</summary>
    [YamlMember(Alias = "nodeTaintsPolicy")]
    public string? NodeTaintsPolicy { get; set; }

    /// <summary>The field <c>topologyKey</c>.</summary>
    [YamlMember(Alias = "topologyKey")]
    public string? TopologyKey { get; set; }
}
