using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodSecurityContext of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodSecurityContextV1
{
    /// <summary>The field <c>appArmorProfile</c>.</summary>
    [YamlMember(Alias = "appArmorProfile")]
    public AppArmorProfileV1? AppArmorProfile { get; set; }

    /// <summary>The field <c>seccompProfile</c>.</summary>
    [YamlMember(Alias = "seccompProfile")]
    public SeccompProfileV1? SeccompProfile { get; set; }

    /// <summary>The field <c>fsGroup</c>.</summary>
    [YamlMember(Alias = "fsGroup")]
    public long? FsGroup { get; set; }

    /// <summary>The field <c>runAsGroup</c>.</summary>
    [YamlMember(Alias = "runAsGroup")]
    public long? RunAsGroup { get; set; }

    /// <summary>The field <c>runAsUser</c>.</summary>
    [YamlMember(Alias = "runAsUser")]
    public long? RunAsUser { get; set; }

    /// <summary>The field <c>seLinuxOptions</c>.</summary>
    [YamlMember(Alias = "seLinuxOptions")]
    public SeLinuxOptionsV1? SeLinuxOptions { get; set; }

    /// <summary>The field <c>supplementalGroups</c>.</summary>
    [YamlMember(Alias = "supplementalGroups")]
    public List<long> SupplementalGroups { get; } = [];

    /// <summary>The field <c>sysctls</c>.</summary>
    [YamlMember(Alias = "sysctls")]
    public List<SysctlV1> Sysctls { get; } = [];

    /// <summary>The field <c>windowsOptions</c>.</summary>
    [YamlMember(Alias = "windowsOptions")]
    public WindowsSecurityContextOptionsV1? WindowsOptions { get; set; }

    /// <summary>The field <c>runAsNonRoot</c>.</summary>
    [YamlMember(Alias = "runAsNonRoot")]
    public bool? RunAsNonRoot { get; set; }

    /// <summary>The field <c>fsGroupChangePolicy</c>.</summary>
    [YamlMember(Alias = "fsGroupChangePolicy")]
    public string FsGroupChangePolicy { get; set; } = null!;

    /// <summary>The field <c>supplementalGroupsPolicy</c>.</summary>
    [YamlMember(Alias = "supplementalGroupsPolicy")]
    public string SupplementalGroupsPolicy { get; set; } = null!;
}
