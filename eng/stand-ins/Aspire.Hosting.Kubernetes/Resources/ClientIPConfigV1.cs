using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ClientIPConfig of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ClientIPConfigV1
{
    /// <summary>The field <c>timeoutSeconds</c>.</summary>
    [YamlMember(Alias = "timeoutSeconds")]
    public int? TimeoutSeconds { get; set; }
}
