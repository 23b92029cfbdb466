using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ConfigMapProjection of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ConfigMapProjectionV1
{
    /// <summary>The field <c>items</c>.</summary>
    [YamlMember(Alias = "items")]
    public List<KeyToPathV1> Items { get; } = [];

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>optional</c>.</summary>
    [YamlMember(Alias = "optional")]
    public bool? Optional { get; set; }
}
