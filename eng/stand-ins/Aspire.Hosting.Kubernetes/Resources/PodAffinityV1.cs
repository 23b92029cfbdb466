using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodAffinity of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodAffinityV1
{
    /// <summary>The field <c>preferredDuringSchedulingIgnoredDuringExecution</c>.</summary>
    [YamlMember(Alias = "preferredDuringSchedulingIgnoredDuringExecution")]
    public List<WeightedPodAffinityTermV1> PreferredDuringSchedulingIgnoredDuringExecution { get; } = [];

    /// <summary>The field <c>requiredDuringSchedulingIgnoredDuringExecution</c>.</summary>
    [YamlMember(Alias = "requiredDuringSchedulingIgnoredDuringExecution")]
    public List<PodAffinityTermV1> RequiredDuringSchedulingIgnoredDuringExecution { get; } = [];
}
