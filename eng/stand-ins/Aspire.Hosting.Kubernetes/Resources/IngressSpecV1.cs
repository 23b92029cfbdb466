using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>IngressSpec of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class IngressSpecV1
{
    /// <summary>The field <c>defaultBackend</c>.</summary>
    [YamlMember(Alias = "defaultBackend")]
    public IngressBackendV1 DefaultBackend { get; set; } = null!;

    /// <summary>The field <c>ingressClassName</c>.</summary>
    [YamlMember(Alias = "ingressClassName")]
    public string IngressClassName { get; set; } = null!;

    /// <summary>The field <c>rules</c>.</summary>
    [YamlMember(Alias = "rules")]
    public List<IngressRuleV1> Rules { get; } = [];

    /// <summary>The field <c>tls</c>.</summary>
    [YamlMember(Alias = "tls")]
    public List<IngressTLSV1> Tls { get; } = [];
}
