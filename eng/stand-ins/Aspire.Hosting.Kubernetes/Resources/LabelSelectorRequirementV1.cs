using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>LabelSelectorRequirement of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class LabelSelectorRequirementV1
{
    /// <summary>The field <c>operator</c>.</summary>
    [YamlMember(Alias = "operator")]
    public string Operator { get; set; } = null!;

    /// <summary>The field <c>values</c>.</summary>
    [YamlMember(Alias = "values")]
    public List<string> Values { get; } = [];

    /// <summary>The field <c>key</c>.</summary>
    [YamlMember(Alias = "key")]
    public string Key { get; set; } = null!;
}
