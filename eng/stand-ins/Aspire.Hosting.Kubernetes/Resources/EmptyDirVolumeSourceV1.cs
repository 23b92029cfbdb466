using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>EmptyDirVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class EmptyDirVolumeSourceV1
{
    /// <summary>The field <c>medium</c>.</summary>
    [YamlMember(Alias = "medium")]
    public string? Medium { get; set; }

    /// <summary>The field <c>sizeLimit</c>.</summary>
    [YamlMember(Alias = "sizeLimit")]
    public string? SizeLimit { get; set; }
}
