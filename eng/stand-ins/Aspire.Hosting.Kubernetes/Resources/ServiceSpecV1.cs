using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ServiceSpec of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ServiceSpecV1
{
    /// <summary>The field <c>clusterIP</c>.</summary>
    [YamlMember(Alias = "clusterIP")]
    public string? ClusterIp { get; set; }

    /// <summary>The field <c>loadBalancerIP</c>.</summary>
    [YamlMember(Alias = "loadBalancerIP")]
    public string? LoadBalancerIp { get; set; }

    /// <summary>The field <c>externalName</c>.</summary>
    [YamlMember(Alias = "externalName")]
    public string? ExternalName { get; set; }

    /// <summary>The field <c>type</c>.</summary>
    [YamlMember(Alias = "type")]
    public string Type { get; set; } = "ClusterIP";

    /// <summary>The field <c>sessionAffinityConfig</c>.</summary>
    [YamlMember(Alias = "sessionAffinityConfig")]
    public SessionAffinityConfigV1? SessionAffinityConfig { get; set; }

    /// <summary>The field <c>trafficDistribution</c>.</summary>
    [YamlMember(Alias = "trafficDistribution")]
    public string? TrafficDistribution { get; set; }

    /// <summary>The field <c>selector</c>.</summary>
    [YamlMember(Alias = "selector")]
    public Dictionary<string, string> Selector { get; set; } = [];

    /// <summary>The field <c>allocateLoadBalancerNodePorts</c>.</summary>
    [YamlMember(Alias = "allocateLoadBalancerNodePorts")]
    public bool? AllocateLoadBalancerNodePorts { get; set; }

    /// <summary>The field <c>clusterIPs</c>.</summary>
    [YamlMember(Alias = "clusterIPs")]
    public List<string> ClusterIPs { get; } = [];

    /// <summary>The field <c>externalIPs</c>.</summary>
    [YamlMember(Alias = "externalIPs")]
    public List<string> ExternalIPs { get; } = [];

    /// <summary>The field <c>ipFamilies</c>.</summary>
    [YamlMember(Alias = "ipFamilies")]
    public List<string> IpFamilies { get; } = [];

    /// <summary>The field <c>loadBalancerClass</c>.</summary>
    [YamlMember(Alias = "loadBalancerClass")]
    public string? LoadBalancerClass { get; set; }

    /// <summary>The field <c>loadBalancerSourceRanges</c>.</summary>
    [YamlMember(Alias = "loadBalancerSourceRanges")]
    public List<string> LoadBalancerSourceRanges { get; } = [];

    /// <summary>The field <c>ports</c>.</summary>
    [YamlMember(Alias = "ports")]
    public List<ServicePortV1> Ports { get; } = [];

    /// <summary>The field <c>publishNotReadyAddresses</c>.</summary>
    [YamlMember(Alias = "publishNotReadyAddresses")]
    public bool? PublishNotReadyAddresses { get; set; }

    /// <summary>The field <c>healthCheckNodePort</c>.</summary>
    [YamlMember(Alias = "healthCheckNodePort")]
    public int? HealthCheckNodePort { get; set; }

    /// <summary>The field <c>externalTrafficPolicy</c>.</summary>
    [YamlMember(Alias = "externalTrafficPolicy")]
    public string? ExternalTrafficPolicy { get; set; }

    /// <summary>The field <c>internalTrafficPolicy</c>.</summary>
    [YamlMember(Alias = "internalTrafficPolicy")]
    public string? InternalTrafficPolicy { get; set; }

    /// <summary>The field <c>ipFamilyPolicy</c>.</summary>
    [YamlMember(Alias = "ipFamilyPolicy")]
    public string? IpFamilyPolicy { get; set; }

    /// <summary>The field <c>sessionAffinity</c>.</summary>
    [YamlMember(Alias = "sessionAffinity")]
    public string? SessionAffinity { get; set; }
}
