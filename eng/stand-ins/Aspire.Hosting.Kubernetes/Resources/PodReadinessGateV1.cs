using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodReadinessGate of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodReadinessGateV1
{
    /// <summary>The field <c>conditionType</c>.</summary>
    [YamlMember(Alias = "conditionType")]
    public string ConditionType { get; set; } = null!;
}
