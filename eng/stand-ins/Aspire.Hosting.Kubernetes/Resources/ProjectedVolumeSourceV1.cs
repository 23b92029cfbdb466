using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ProjectedVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ProjectedVolumeSourceV1
{
    /// <summary>The field <c>defaultMode</c>.</summary>
    [YamlMember(Alias = "defaultMode")]
    public int? DefaultMode { get; set; }

    /// <summary>The field <c>sources</c>.</summary>
    [YamlMember(Alias = "sources")]
    public List<VolumeProjectionV1> Sources { get; } = [];
}
