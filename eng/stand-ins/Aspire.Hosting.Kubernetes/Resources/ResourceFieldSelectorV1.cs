using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ResourceFieldSelector of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ResourceFieldSelectorV1
{
    /// <summary>The field <c>containerName</c>.</summary>
    [YamlMember(Alias = "containerName")]
    public string ContainerName { get; set; } = null!;

    /// <summary>The field <c>resource</c>.</summary>
    [YamlMember(Alias = "resource")]
    public string Resource { get; set; } = null!;

    /// <summary>The field <c>divisor</c>.</summary>
    [YamlMember(Alias = "divisor")]
    public string Divisor { get; set; } = null!;
}
