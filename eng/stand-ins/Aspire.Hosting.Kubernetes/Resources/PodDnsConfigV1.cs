using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodDnsConfig of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodDnsConfigV1
{
    /// <summary>The field <c>nameservers</c>.</summary>
    [YamlMember(Alias = "nameservers")]
    public List<string> Nameservers { get; } = [];

    /// <summary>The field <c>options</c>.</summary>
    [YamlMember(Alias = "options")]
    public List<PodDnsConfigOptionV1> Options { get; } = [];

    /// <summary>The field <c>searches</c>.</summary>
    [YamlMember(Alias = "searches")]
    public List<string> Searches { get; } = [];
}
