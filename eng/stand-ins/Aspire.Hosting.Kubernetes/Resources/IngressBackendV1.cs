using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>IngressBackend of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class IngressBackendV1
{
    /// <summary>The field <c>resource</c>.</summary>
    [YamlMember(Alias = "resource")]
    public TypedLocalObjectReferenceV1 Resource { get; set; } = null!;

    /// <summary>The field <c>service</c>.</summary>
    [YamlMember(Alias = "service")]
    public IngressServiceBackendV1 Service { get; set; } = null!;
}
