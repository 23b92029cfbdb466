using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>KeyToPath of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class KeyToPathV1
{
    /// <summary>The field <c>mode</c>.</summary>
    [YamlMember(Alias = "mode")]
    public int? Mode { get; set; }

    /// <summary>The field <c>path</c>.</summary>
    [YamlMember(Alias = "path")]
    public string Path { get; set; } = null!;

    /// <summary>The field <c>key</c>.</summary>
    [YamlMember(Alias = "key")]
    public string Key { get; set; } = null!;
}
