using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ConfigMapEnvSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ConfigMapEnvSourceV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>optional</c>.</summary>
    [YamlMember(Alias = "optional")]
    public bool? Optional { get; set; }
}
