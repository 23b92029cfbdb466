using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ConfigMapKeySelector of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ConfigMapKeySelectorV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>optional</c>.</summary>
    [YamlMember(Alias = "optional")]
    public bool? Optional { get; set; }

    /// <summary>The field <c>key</c>.</summary>
    [YamlMember(Alias = "key")]
    public string Key { get; set; } = null!;
}
