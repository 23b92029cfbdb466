using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>SeLinuxOptions of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class SeLinuxOptionsV1
{
    /// <summary>The field <c>role</c>.</summary>
    [YamlMember(Alias = "role")]
    public string Role { get; set; } = null!;

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = null!;

    /// <summary>The field <c>level</c>.</summary>
    [YamlMember(Alias = "level")]
    public string Level { get; set; } = null!;

    /// <summary>The field <c>user</c>.</summary>
    [YamlMember(Alias = "user")]
    public string User { get; set; } = null!;
}
