using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PreferredSchedulingTerm of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PreferredSchedulingTermV1
{
    /// <summary>The field <c>preference</c>.</summary>
    [YamlMember(Alias = "preference")]
    public NodeSelectorTermV1 Preference { get; set; } = new();

    /// <summary>The field <c>weight</c>.</summary>
    [YamlMember(Alias = "weight")]
    public int Weight { get; set; }
}
