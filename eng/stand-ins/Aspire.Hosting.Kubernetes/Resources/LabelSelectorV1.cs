using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>LabelSelector of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class LabelSelectorV1
{
    /// <summary>An empty selector.</summary>
    public LabelSelectorV1()
    {
    }

    /// <summary>A selector of labels.</summary>
    public LabelSelectorV1(Dictionary<string, string> matchLabels) => MatchLabels = matchLabels;

    /// <summary>The field <c>matchExpressions</c>.</summary>
    [YamlMember(Alias = "matchExpressions")]
    public List<LabelSelectorRequirementV1> MatchExpressions { get; set; } = [];

    /// <summary>The field <c>matchLabels</c>.</summary>
    [YamlMember(Alias = "matchLabels")]
    public Dictionary<string, string> MatchLabels { get; set; } = [];
}
