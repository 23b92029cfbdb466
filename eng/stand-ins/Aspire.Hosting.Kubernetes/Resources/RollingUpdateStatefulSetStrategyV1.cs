using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>RollingUpdateStatefulSetStrategy of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class RollingUpdateStatefulSetStrategyV1
{
    /// <summary>The field <c>maxUnavailable</c>.</summary>
    [YamlMember(Alias = "maxUnavailable")]
    public int? MaxUnavailable { get; set; }

    /// <summary>The field <c>partition</c>.</summary>
    [YamlMember(Alias = "partition")]
    public int? Partition { get; set; }
}
