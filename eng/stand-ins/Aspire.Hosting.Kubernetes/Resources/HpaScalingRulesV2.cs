using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HpaScalingRules of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HpaScalingRulesV2
{
    /// <summary>The field <c>policies</c>.</summary>
    [YamlMember(Alias = "policies")]
    public List<HpaScalingPolicyV2> Policies { get; } = [];

    /// <summary>The field <c>stabilizationWindowSeconds</c>.</summary>
    [YamlMember(Alias = "stabilizationWindowSeconds")]
    public int? StabilizationWindowSeconds { get; set; }

    /// <summary>The field <c>selectPolicy</c>.</summary>
    [YamlMember(Alias = "selectPolicy")]
    public string SelectPolicy { get; set; } = null!;
}
