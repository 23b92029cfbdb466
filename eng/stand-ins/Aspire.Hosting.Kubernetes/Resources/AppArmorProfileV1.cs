using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>AppArmorProfile of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class AppArmorProfileV1
{
    /// <summary>The field <c>localhostProfile</c>.</summary>
    [YamlMember(Alias = "localhostProfile")]
    public string LocalhostProfile { get; set; } = null!;

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = null!;
}
