using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>DownwardApiVolumeFile of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class DownwardApiVolumeFileV1
{
    /// <summary>The field <c>fieldRef</c>.</summary>
    [YamlMember(Alias = "fieldRef")]
    public ObjectFieldSelectorV1? FieldRef { get; set; }

    /// <summary>The field <c>mode</c>.</summary>
    [YamlMember(Alias = "mode")]
    public int? Mode { get; set; }

    /// <summary>The field <c>path</c>.</summary>
    [YamlMember(Alias = "path")]
    public string Path { get; set; } = null!;

    /// <summary>The field <c>resourceFieldRef</c>.</summary>
    [YamlMember(Alias = "resourceFieldRef")]
    public ResourceFieldSelectorV1? ResourceFieldRef { get; set; }
}
