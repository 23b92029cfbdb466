using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>WeightedPodAffinityTerm of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class WeightedPodAffinityTermV1
{
    /// <summary>The field <c>podAffinityTerm</c>.</summary>
    [YamlMember(Alias = "podAffinityTerm")]
    public PodAffinityTermV1 PodAffinityTerm { get; set; } = new();

    /// <summary>The field <c>weight</c>.</summary>
    [YamlMember(Alias = "weight")]
    public int Weight { get; set; }
}
