using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ServicePort of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ServicePortV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>appProtocol</c>.</summary>
    [YamlMember(Alias = "appProtocol")]
    public string AppProtocol { get; set; } = null!;

    /// <summary>The field <c>protocol</c>.</summary>
    [YamlMember(Alias = "protocol")]
    public string Protocol { get; set; } = null!;

    /// <summary>The field <c>nodePort</c>.</summary>
    [YamlMember(Alias = "nodePort")]
    public int? NodePort { get; set; }

    /// <summary>The field <c>port</c>.</summary>
    [YamlMember(Alias = "port")]
    public Int32OrStringV1 Port { get; set; } = null!;

    /// <summary>The field <c>targetPort</c>.</summary>
    [YamlMember(Alias = "targetPort")]
    public Int32OrStringV1 TargetPort { get; set; } = null!;
}
