using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Secret of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class Secret() : BaseKubernetesResource("v1", "Secret")
{
    /// <summary>The field <c>data</c>.</summary>
    [YamlMember(Alias = "data")]
    public Dictionary<string, string> Data { get; } = [];

    /// <summary>The field <c>stringData</c>.</summary>
    [YamlMember(Alias = "stringData")]
    public Dictionary<string, string> StringData { get; } = [];

    /// <summary>The field <c>immutable</c>.</summary>
    [YamlMember(Alias = "immutable")]
    public bool? Immutable { get; set; } = null!;

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = "Opaque";
}
