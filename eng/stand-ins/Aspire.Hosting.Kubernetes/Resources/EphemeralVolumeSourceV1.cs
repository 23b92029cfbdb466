using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>EphemeralVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class EphemeralVolumeSourceV1
{
    /// <summary>The field <c>volumeClaimTemplate</c>.</summary>
    [YamlMember(Alias = "volumeClaimTemplate")]
    public PersistentVolumeClaimTemplateV1 VolumeClaimTemplate { get; set; } = new();
}
