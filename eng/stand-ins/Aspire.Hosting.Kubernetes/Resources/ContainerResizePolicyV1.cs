using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ContainerResizePolicy of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ContainerResizePolicyV1
{
    /// <summary>The field <c>resourceName</c>.</summary>
    [YamlMember(Alias = "resourceName")]
    public string ResourceName { get; set; } = null!;

    /// <summary>The field <c>restartPolicy</c>.</summary>
    [YamlMember(Alias = "restartPolicy")]
    public string RestartPolicy { get; set; } = null!;
}
