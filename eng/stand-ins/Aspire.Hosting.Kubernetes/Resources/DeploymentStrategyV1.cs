using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>DeploymentStrategy of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class DeploymentStrategyV1
{
    /// <summary>The field <c>rollingUpdate</c>.</summary>
    [YamlMember(Alias = "rollingUpdate")]
    public RollingUpdateDeploymentV1 RollingUpdate { get; set; } = new();

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = "RollingUpdate";
}
