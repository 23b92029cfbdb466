using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HorizontalPodAutoscaler of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HorizontalPodAutoscaler() : BaseKubernetesResource("autoscaling/v1", "HorizontalPodAutoscaler")
{
    /// <summary>The field <c>spec</c>.</summary>
    [YamlMember(Alias = "spec")]
    public HorizontalPodAutoscalerSpecV1 Spec { get; set; } = new();
}
