using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ConfigMap of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ConfigMap() : BaseKubernetesResource("v1", "ConfigMap")
{
    /// <summary>The field <c>binaryData</c>.</summary>
    [YamlMember(Alias = "binaryData")]
    public Dictionary<string, string> BinaryData { get; } = [];

    /// <summary>The field <c>data</c>.</summary>
    [YamlMember(Alias = "data")]
    public Dictionary<string, string> Data { get; } = [];

    /// <summary>The field <c>immutable</c>.</summary>
    [YamlMember(Alias = "immutable")]
    public bool? Immutable { get; set; }
}
