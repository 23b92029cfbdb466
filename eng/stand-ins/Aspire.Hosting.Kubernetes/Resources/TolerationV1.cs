using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Toleration of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class TolerationV1
{
    /// <summary>The field <c>value</c>.</summary>
    [YamlMember(Alias = "value")]
    public string Value { get; set; } = null!;

    /// <summary>The field <c>operator</c>.</summary>
    [YamlMember(Alias = "operator")]
    public string Operator { get; set; } = null!;

    /// <summary>The field <c>tolerationSeconds</c>.</summary>
    [YamlMember(Alias = "tolerationSeconds")]
    public long? TolerationSeconds { get; set; }

    /// <summary>The field <c>effect</c>.</summary>
    [YamlMember(Alias = "effect")]
    public string Effect { get; set; } = null!;

    /// <summary>The field <c>key</c>.</summary>
    [YamlMember(Alias = "key")]
    public string Key { get; set; } = null!;
}
