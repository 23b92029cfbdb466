using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HorizontalPodAutoscalerSpec of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HorizontalPodAutoscalerSpecV1
{
    /// <summary>The field <c>targetCPUUtilizationPercentage</c>.</summary>
    [YamlMember(Alias = "targetCPUUtilizationPercentage")]
    public int? TargetCPUUtilizationPercentage { get; set; }

    /// <summary>The field <c>scaleTargetRef</c>.</summary>
    [YamlMember(Alias = "scaleTargetRef")]
    public CrossVersionObjectReferenceV1 ScaleTargetRef { get; set; } = new();

    /// <summary>The field <c>maxReplicas</c>.</summary>
    [YamlMember(Alias = "maxReplicas")]
    public int MaxReplicas { get; set; } = 1;

    /// <summary>The field <c>minReplicas</c>.</summary>
    [YamlMember(Alias = "minReplicas")]
    public int? MinReplicas { get; set; }
}
