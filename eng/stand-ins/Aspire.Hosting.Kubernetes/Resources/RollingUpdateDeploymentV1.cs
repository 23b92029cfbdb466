using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>RollingUpdateDeployment of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class RollingUpdateDeploymentV1
{
    /// <summary>The field <c>maxSurge</c>.</summary>
    [YamlMember(Alias = "maxSurge")]
    public int MaxSurge { get; set; }

    /// <summary>The field <c>maxUnavailable</c>.</summary>
    [YamlMember(Alias = "maxUnavailable")]
    public int MaxUnavailable { get; set; }
}
