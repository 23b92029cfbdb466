using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ExternalMetricSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ExternalMetricSourceV2
{
    /// <summary>The field <c>metric</c>.</summary>
    [YamlMember(Alias = "metric")]
    public MetricIdentifierV2 Metric { get; set; } = new();

    /// <summary>The field <c>target</c>.</summary>
    [YamlMember(Alias = "target")]
    public MetricTargetV2 Target { get; set; } = new();
}
