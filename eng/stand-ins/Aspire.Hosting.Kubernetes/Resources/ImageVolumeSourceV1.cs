using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ImageVolumeSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ImageVolumeSourceV1
{
    /// <summary>The field <c>reference</c>.</summary>
    [YamlMember(Alias = "reference")]
    public string Reference { get; set; } = null!;

    /// <summary>The field <c>pullPolicy</c>.</summary>
    [YamlMember(Alias = "pullPolicy")]
    public string PullPolicy { get; set; } = null!;
}
