using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>VolumeResourceRequirements of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class VolumeResourceRequirementsV1
{
    /// <summary>The field <c>limits</c>.</summary>
    [YamlMember(Alias = "limits")]
    public Dictionary<string, string> Limits { get; } = [];

    /// <summary>The field <c>requests</c>.</summary>
    [YamlMember(Alias = "requests")]
    public Dictionary<string, string> Requests { get; } = [];
}
