using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>NodeAffinity of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class NodeAffinityV1
{
    /// <summary>The field <c>preferredDuringSchedulingIgnoredDuringExecution</c>.</summary>
    [YamlMember(Alias = "preferredDuringSchedulingIgnoredDuringExecution")]
    public List<PreferredSchedulingTermV1> PreferredDuringSchedulingIgnoredDuringExecution { get; } = [];

    /// <summary>The field <c>requiredDuringSchedulingIgnoredDuringExecution</c>.</summary>
    [YamlMember(Alias = "requiredDuringSchedulingIgnoredDuringExecution")]
    public NodeSelectorV1 RequiredDuringSchedulingIgnoredDuringExecution { get; set; } = new();
}
