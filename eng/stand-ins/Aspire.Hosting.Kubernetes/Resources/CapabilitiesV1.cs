using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Capabilities of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class CapabilitiesV1
{
    /// <summary>The field <c>add</c>.</summary>
    [YamlMember(Alias = "add")]
    public List<string> Add { get; } = [];

    /// <summary>The field <c>drop</c>.</summary>
    [YamlMember(Alias = "drop")]
    public List<string> Drop { get; } = [];
}
