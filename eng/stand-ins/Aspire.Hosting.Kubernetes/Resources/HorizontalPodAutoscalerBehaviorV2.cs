using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HorizontalPodAutoscalerBehavior of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HorizontalPodAutoscalerBehaviorV2
{
    /// <summary>The field <c>scaleDown</c>.</summary>
    [YamlMember(Alias = "scaleDown")]
    public HpaScalingRulesV2 ScaleDown { get; set; } = new();

    /// <summary>The field <c>scaleUp</c>.</summary>
    [YamlMember(Alias = "scaleUp")]
    public HpaScalingRulesV2 ScaleUp { get; set; } = new();
}
