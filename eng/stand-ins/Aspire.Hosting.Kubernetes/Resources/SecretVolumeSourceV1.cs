using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>SecretVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class SecretVolumeSourceV1
{
    /// <summary>The field <c>defaultMode</c>.</summary>
    [YamlMember(Alias = "defaultMode")]
    public int? DefaultMode { get; set; }

    /// <summary>The field <c>secretName</c>.</summary>
    [YamlMember(Alias = "secretName")]
    public string SecretName { get; set; } = null!;

    /// <summary>The field <c>optional</c>.</summary>
    [YamlMember(Alias = "optional")]
    public bool? Optional { get; set; }

    /// <summary>The field <c>items</c>.</summary>
    [YamlMember(Alias = "items")]
    public List<KeyToPathV1> Items { get; } = [];
}
