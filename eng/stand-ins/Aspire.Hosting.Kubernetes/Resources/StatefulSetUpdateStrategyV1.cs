using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>StatefulSetUpdateStrategy of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class StatefulSetUpdateStrategyV1
{
    /// <summary>The field <c>rollingUpdate</c>.</summary>
    [YamlMember(Alias = "rollingUpdate")]
    public RollingUpdateStatefulSetStrategyV1? RollingUpdate { get; set; }

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = "RollingUpdate";
}
