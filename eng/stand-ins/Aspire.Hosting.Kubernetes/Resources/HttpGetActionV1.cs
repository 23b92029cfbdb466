using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HttpGetAction of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HttpGetActionV1
{
    /// <summary>The field <c>scheme</c>.</summary>
    [YamlMember(Alias = "scheme")]
    public string Scheme { get; set; } = null!;

    /// <summary>The field <c>path</c>.</summary>
    [YamlMember(Alias = "path")]
    public string Path { get; set; } = null!;

    /// <summary>The field <c>httpHeaders</c>.</summary>
    [YamlMember(Alias = "httpHeaders")]
    public List<HttpHeaderV1> HttpHeaders { get; } = [];

    /// <summary>The field <c>host</c>.</summary>
    [YamlMember(Alias = "host")]
    public string Host { get; set; } = null!;

    /// <summary>The field <c>port</c>.</summary>
    [YamlMember(Alias = "port")]
    public Int32OrStringV1? Port { get; set; }
}
