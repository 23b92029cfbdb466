using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HostAlias of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HostAliasV1
{
    /// <summary>The field <c>ip</c>.</summary>
    [YamlMember(Alias = "ip")]
    public string Ip { get; set; } = null!;

    /// <summary>The field <c>hostnames</c>.</summary>
    [YamlMember(Alias = "hostnames")]
    public List<string> Hostnames { get; } = [];
}
