using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>MetricTarget of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class MetricTargetV2
{
    /// <summary>The field <c>averageValue</c>.</summary>
    [YamlMember(Alias = "averageValue")]
    public string AverageValue { get; set; } = null!;

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = null!;

    /// <summary>The field <c>value</c>.</summary>
    [YamlMember(Alias = "value")]
    public string Value { get; set; } = null!;

    /// <summary>The field <c>averageUtilization</c>.</summary>
    [YamlMember(Alias = "averageUtilization")]
    public int? AverageUtilization { get; set; } = null!;
}
