using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PolicyRule of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PolicyRuleV1
{
    /// <summary>The field <c>apiGroups</c>.</summary>
    [YamlMember(Alias = "apiGroups")]
    public List<string> ApiGroups { get; } = [];

    /// <summary>The field <c>nonResourceURLs</c>.</summary>
    [YamlMember(Alias = "nonResourceURLs")]
    public List<string> NonResourceUrLs { get; } = [];

    /// <summary>The field <c>resourceNames</c>.</summary>
    [YamlMember(Alias = "resourceNames")]
    public List<string> ResourceNames { get; } = [];

    /// <summary>The field <c>resources</c>.</summary>
    [YamlMember(Alias = "resources")]
    public List<string> Resources { get; } = [];

    /// <summary>The field <c>verbs</c>.</summary>
    [YamlMember(Alias = "verbs")]
    public List<string> Verbs { get; } = [];
}
