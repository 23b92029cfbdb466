using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PersistentVolumeClaimVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PersistentVolumeClaimVolumeSourceV1
{
    /// <summary>The field <c>claimName</c>.</summary>
    [YamlMember(Alias = "claimName")]
    public string ClaimName { get; set; } = null!;

    /// <summary>The field <c>readOnly</c>.</summary>
    [YamlMember(Alias = "readOnly")]
    public bool? ReadOnly { get; set; }
}
