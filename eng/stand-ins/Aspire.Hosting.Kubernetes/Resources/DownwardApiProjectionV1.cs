using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>DownwardApiProjection of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class DownwardApiProjectionV1
{
    /// <summary>The field <c>items</c>.</summary>
    [YamlMember(Alias = "items")]
    public List<DownwardApiVolumeFileV1> Items { get; } = [];
}
