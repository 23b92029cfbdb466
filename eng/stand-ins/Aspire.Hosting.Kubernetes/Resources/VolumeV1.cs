using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Volume of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class VolumeV1
{
    /// <summary>The field <c>image</c>.</summary>
    [YamlMember(Alias = "image")]
    public ImageVolumeSourceV1? Image { get; set; }

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>hostPath</c>.</summary>
    [YamlMember(Alias = "hostPath")]
    public HostPathVolumeSourceV1? HostPath { get; set; }

    /// <summary>The field <c>ephemeral</c>.</summary>
    [YamlMember(Alias = "ephemeral")]
    public EphemeralVolumeSourceV1? Ephemeral { get; set; }

    /// <summary>The field <c>persistentVolumeClaim</c>.</summary>
    [YamlMember(Alias = "persistentVolumeClaim")]
    public PersistentVolumeClaimVolumeSourceV1? PersistentVolumeClaim { get; set; }

    /// <summary>The field <c>configMap</c>.</summary>
    [YamlMember(Alias = "configMap")]
    public ConfigMapVolumeSourceV1? ConfigMap { get; set; }

    /// <summary>The field <c>emptyDir</c>.</summary>
    [YamlMember(Alias = "emptyDir")]
    public EmptyDirVolumeSourceV1? EmptyDir { get; set; }

    /// <summary>The field <c>secret</c>.</summary>
    [YamlMember(Alias = "secret")]
    public SecretVolumeSourceV1? Secret { get; set; }

    /// <summary>The field <c>projected</c>.</summary>
    [YamlMember(Alias = "projected")]
    public ProjectedVolumeSourceV1? Projected { get; set; }
}
