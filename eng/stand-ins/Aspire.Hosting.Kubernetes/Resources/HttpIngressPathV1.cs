using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HttpIngressPath of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HttpIngressPathV1
{
    /// <summary>The field <c>backend</c>.</summary>
    [YamlMember(Alias = "backend")]
    public IngressBackendV1 Backend { get; set; } = new();

    /// <summary>The field <c>pathType</c>.</summary>
    [YamlMember(Alias = "pathType")]
    public string PathType { get; set; } = null!;

    /// <summary>The field <c>path</c>.</summary>
    [YamlMember(Alias = "path")]
    public string Path { get; set; } = null!;
}
