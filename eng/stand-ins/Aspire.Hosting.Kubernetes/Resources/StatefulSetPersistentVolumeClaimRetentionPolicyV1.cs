using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>StatefulSetPersistentVolumeClaimRetentionPolicy of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class StatefulSetPersistentVolumeClaimRetentionPolicyV1
{
    /// <summary>The field <c>whenDeleted</c>.</summary>
    [YamlMember(Alias = "whenDeleted")]
    public string? WhenDeleted { get; set; }

    /// <summary>The field <c>whenScaled</c>.</summary>
    [YamlMember(Alias = "whenScaled")]
    public string? WhenScaled { get; set; }
}
