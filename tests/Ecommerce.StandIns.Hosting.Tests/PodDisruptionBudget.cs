using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>A kind that the package has no type for, as an AppHost adds it.</summary>
[YamlSerializable]
public sealed class PodDisruptionBudget() : BaseKubernetesResource("policy/v1", "PodDisruptionBudget")
{
    [YamlMember(Alias = "spec")]
    public BudgetSpec Spec { get; set; } = new();

    public sealed class BudgetSpec
    {
        [YamlMember(Alias = "minAvailable")]
        public int? MinAvailable { get; set; }

        [YamlMember(Alias = "selector")]
        public BudgetSelector Selector { get; set; } = new();
    }

    public sealed class BudgetSelector
    {
        [YamlMember(Alias = "matchLabels")]
        public Dictionary<string, string> MatchLabels { get; set; } = [];
    }
}
