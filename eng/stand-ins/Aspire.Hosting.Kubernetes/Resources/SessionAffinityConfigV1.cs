using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>SessionAffinityConfig of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class SessionAffinityConfigV1
{
    /// <summary>The field <c>clientIP</c>.</summary>
    [YamlMember(Alias = "clientIP")]
    public ClientIPConfigV1 ClientIp { get; set; } = new();
}
