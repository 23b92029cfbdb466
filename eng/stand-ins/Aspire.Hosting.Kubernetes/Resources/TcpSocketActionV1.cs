using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>TcpSocketAction of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class TcpSocketActionV1
{
    /// <summary>The field <c>host</c>.</summary>
    [YamlMember(Alias = "host")]
    public string Host { get; set; } = null!;

    /// <summary>The field <c>port</c>.</summary>
    [YamlMember(Alias = "port")]
    public int Port { get; set; }
}
