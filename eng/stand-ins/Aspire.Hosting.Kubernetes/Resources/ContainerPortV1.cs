using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ContainerPort of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ContainerPortV1
{
    /// <summary>The field <c>hostIP</c>.</summary>
    [YamlMember(Alias = "hostIP")]
    public string HostIp { get; set; } = null!;

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>protocol</c>.</summary>
    [YamlMember(Alias = "protocol")]
    public string Protocol { get; set; } = null!;

    /// <summary>The field <c>containerPort</c>.</summary>
    [YamlMember(Alias = "containerPort")]
    public Int32OrStringV1? ContainerPort { get; set; }

    /// <summary>The field <c>hostPort</c>.</summary>
    [YamlMember(Alias = "hostPort")]
    public Int32OrStringV1? HostPort { get; set; }
}
