using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ObjectMetricSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ObjectMetricSourceV2
{
    /// <summary>The field <c>metric</c>.</summary>
    [YamlMember(Alias = "metric")]
    public MetricIdentifierV2 Metric { get; set; } = new();

    /// <summary>The field <c>describedObject</c>.</summary>
    [YamlMember(Alias = "describedObject")]
    public CrossVersionObjectReferenceV2 DescribedObject { get; set; } = new();

    /// <summary>The field <c>target</c>.</summary>
    [YamlMember(Alias = "target")]
    public MetricTargetV2 Target { get; set; } = new();
}
