using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodSpec of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodSpecV1
{
    /// <summary>The field <c>hostIPC</c>.</summary>
    [YamlMember(Alias = "hostIPC")]
    public bool? HostIpc { get; set; }

    /// <summary>The field <c>hostPID</c>.</summary>
    [YamlMember(Alias = "hostPID")]
    public bool? HostPid { get; set; }

    /// <summary>The field <c>setHostnameAsFQDN</c>.</summary>
    [YamlMember(Alias = "setHostnameAsFQDN")]
    public bool? SetHostnameAsFqdn { get; set; }

    /// <summary>The field <c>overhead</c>.</summary>
    [YamlMember(Alias = "overhead")]
    public Dictionary<string, string> Overhead { get; } = [];

    /// <summary>The field <c>hostname</c>.</summary>
    [YamlMember(Alias = "hostname")]
    public string? Hostname { get; set; } = null!;

    /// <summary>The field <c>nodeName</c>.</summary>
    [YamlMember(Alias = "nodeName")]
    public string? NodeName { get; set; } = null!;

    /// <summary>The field <c>priorityClassName</c>.</summary>
    [YamlMember(Alias = "priorityClassName")]
    public string? PriorityClassName { get; set; } = null!;

    /// <summary>The field <c>runtimeClassName</c>.</summary>
    [YamlMember(Alias = "runtimeClassName")]
    public string? RuntimeClassName { get; set; } = null!;

    /// <summary>The field <c>schedulerName</c>.</summary>
    [YamlMember(Alias = "schedulerName")]
    public string? SchedulerName { get; set; } = null!;

    /// <summary>The field <c>serviceAccountName</c>.</summary>
    [YamlMember(Alias = "serviceAccountName")]
    public string? ServiceAccountName { get; set; } = null!;

    /// <summary>The field <c>shareProcessNamespace</c>.</summary>
    [YamlMember(Alias = "shareProcessNamespace")]
    public bool? ShareProcessNamespace { get; set; }

    /// <summary>The field <c>dnsConfig</c>.</summary>
    [YamlMember(Alias = "dnsConfig")]
    public PodDnsConfigV1? DnsConfig { get; set; }

    /// <summary>The field <c>hostNetwork</c>.</summary>
    [YamlMember(Alias = "hostNetwork")]
    public bool? HostNetwork { get; set; }

    /// <summary>The field <c>automountServiceAccountToken</c>.</summary>
    [YamlMember(Alias = "automountServiceAccountToken")]
    public bool? AutomountServiceAccountToken { get; set; }

    /// <summary>The field <c>subdomain</c>.</summary>
    [YamlMember(Alias = "subdomain")]
    public string? Subdomain { get; set; } = null!;

    /// <summary>The field <c>nodeSelector</c>.</summary>
    [YamlMember(Alias = "nodeSelector")]
    public Dictionary<string, string> NodeSelector { get; } = [];

    /// <summary>The field <c>activeDeadlineSeconds</c>.</summary>
    [YamlMember(Alias = "activeDeadlineSeconds")]
    public long? ActiveDeadlineSeconds { get; set; }

    /// <summary>The field <c>containers</c>.</summary>
    [YamlMember(Alias = "containers")]
    public List<ContainerV1> Containers { get; } = [];

    /// <summary>The field <c>enableServiceLinks</c>.</summary>
    [YamlMember(Alias = "enableServiceLinks")]
    public bool? EnableServiceLinks { get; set; }

    /// <summary>The field <c>ephemeralContainers</c>.</summary>
    [YamlMember(Alias = "ephemeralContainers")]
    public List<EphemeralContainerV1> EphemeralContainers { get; } = [];

    /// <summary>The field <c>hostAliases</c>.</summary>
    [YamlMember(Alias = "hostAliases")]
    public List<HostAliasV1> HostAliases { get; } = [];

    /// <summary>The field <c>hostUsers</c>.</summary>
    [YamlMember(Alias = "hostUsers")]
    public bool? HostUsers { get; set; }

    /// <summary>The field <c>imagePullSecrets</c>.</summary>
    [YamlMember(Alias = "imagePullSecrets")]
    public List<LocalObjectReferenceV1> ImagePullSecrets { get; } = [];

    /// <summary>The field <c>initContainers</c>.</summary>
    [YamlMember(Alias = "initContainers")]
    public List<ContainerV1> InitContainers { get; } = [];

    /// <summary>The field <c>os</c>.</summary>
    [YamlMember(Alias = "os")]
    public PodOsv1? Os { get; set; }

    /// <summary>The field <c>readinessGates</c>.</summary>
    [YamlMember(Alias = "readinessGates")]
    public List<PodReadinessGateV1> ReadinessGates { get; } = [];

    /// <summary>The field <c>resourceClaims</c>.</summary>
    [YamlMember(Alias = "resourceClaims")]
    public List<PodResourceClaimV1> ResourceClaims { get; } = [];

    /// <summary>The field <c>schedulingGates</c>.</summary>
    [YamlMember(Alias = "schedulingGates")]
    public List<PodSchedulingGateV1> SchedulingGates { get; } = [];

    /// <summary>The field <c>terminationGracePeriodSeconds</c>.</summary>
    [YamlMember(Alias = "terminationGracePeriodSeconds")]
    public long? TerminationGracePeriodSeconds { get; set; }

    /// <summary>The field <c>tolerations</c>.</summary>
    [YamlMember(Alias = "tolerations")]
    public List<TolerationV1> Tolerations { get; } = [];

    /// <summary>The field <c>topologySpreadConstraints</c>.</summary>
    [YamlMember(Alias = "topologySpreadConstraints")]
    public List<TopologySpreadConstraintV1> TopologySpreadConstraints { get; } = [];

    /// <summary>The field <c>volumes</c>.</summary>
    [YamlMember(Alias = "volumes")]
    public List<VolumeV1> Volumes { get; } = [];

    /// <summary>The field <c>securityContext</c>.</summary>
    [YamlMember(Alias = "securityContext")]
    public PodSecurityContextV1? SecurityContext { get; set; }

    /// <summary>The field <c>serviceAccount</c>.</summary>
    [YamlMember(Alias = "serviceAccount")]
    public string? ServiceAccount { get; set; } = null!;

    /// <summary>The field <c>affinity</c>.</summary>
    [YamlMember(Alias = "affinity")]
    public AffinityV1? Affinity { get; set; }

    /// <summary>The field <c>dnsPolicy</c>.</summary>
    [YamlMember(Alias = "dnsPolicy")]
    public string? DnsPolicy { get; set; } = null!;

    /// <summary>The field <c>preemptionPolicy</c>.</summary>
    [YamlMember(Alias = "preemptionPolicy")]
    public string? PreemptionPolicy { get; set; } = null!;

    /// <summary>The field <c>priority</c>.</summary>
    [YamlMember(Alias = "priority")]
    public int? Priority { get; set; }

    /// <summary>The field <c>restartPolicy</c>.</summary>
    [YamlMember(Alias = "restartPolicy")]
    public string? RestartPolicy { get; set; } = null!;
}
