using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>IngressTLS of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class IngressTLSV1
{
    /// <summary>The field <c>secretName</c>.</summary>
    [YamlMember(Alias = "secretName")]
    public string SecretName { get; set; } = null!;

    /// <summary>The field <c>hosts</c>.</summary>
    [YamlMember(Alias = "hosts")]
    public List<string> Hosts { get; } = [];
}
