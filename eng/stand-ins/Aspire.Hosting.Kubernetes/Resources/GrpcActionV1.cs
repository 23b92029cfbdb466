using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>GrpcAction of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class GrpcActionV1
{
    /// <summary>The field <c>service</c>.</summary>
    [YamlMember(Alias = "service")]
    public string Service { get; set; } = null!;

    /// <summary>The field <c>port</c>.</summary>
    [YamlMember(Alias = "port")]
    public int Port { get; set; }
}
