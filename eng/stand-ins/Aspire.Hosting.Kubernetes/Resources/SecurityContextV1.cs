using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>SecurityContext of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class SecurityContextV1
{
    /// <summary>The field <c>privileged</c>.</summary>
    [YamlMember(Alias = "privileged")]
    public bool? Privileged { get; set; }

    /// <summary>The field <c>appArmorProfile</c>.</summary>
    [YamlMember(Alias = "appArmorProfile")]
    public AppArmorProfileV1? AppArmorProfile { get; set; }

    /// <summary>The field <c>seccompProfile</c>.</summary>
    [YamlMember(Alias = "seccompProfile")]
    public SeccompProfileV1? SeccompProfile { get; set; }

    /// <summary>The field <c>readOnlyRootFilesystem</c>.</summary>
    [YamlMember(Alias = "readOnlyRootFilesystem")]
    public bool? ReadOnlyRootFilesystem { get; set; }

    /// <summary>The field <c>allowPrivilegeEscalation</c>.</summary>
    [YamlMember(Alias = "allowPrivilegeEscalation")]
    public bool? AllowPrivilegeEscalation { get; set; }

    /// <summary>The field <c>runAsGroup</c>.</summary>
    [YamlMember(Alias = "runAsGroup")]
    public long? RunAsGroup { get; set; }

    /// <summary>The field <c>runAsUser</c>.</summary>
    [YamlMember(Alias = "runAsUser")]
    public long? RunAsUser { get; set; }

    /// <summary>The field <c>capabilities</c>.</summary>
    [YamlMember(Alias = "capabilities")]
    public CapabilitiesV1? Capabilities { get; set; }

    /// <summary>The field <c>seLinuxOptions</c>.</summary>
    [YamlMember(Alias = "seLinuxOptions")]
    public SeLinuxOptionsV1? SeLinuxOptions { get; set; }

    /// <summary>The field <c>windowsOptions</c>.</summary>
    [YamlMember(Alias = "windowsOptions")]
    public WindowsSecurityContextOptionsV1? WindowsOptions { get; set; }

    /// <summary>The field <c>procMount</c>.</summary>
    [YamlMember(Alias = "procMount")]
    public string? ProcMount { get; set; }

    /// <summary>The field <c>runAsNonRoot</c>.</summary>
    [YamlMember(Alias = "runAsNonRoot")]
    public bool? RunAsNonRoot { get; set; }
}
