using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>WindowsSecurityContextOptions of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class WindowsSecurityContextOptionsV1
{
    /// <summary>The field <c>gmsaCredentialSpec</c>.</summary>
    [YamlMember(Alias = "gmsaCredentialSpec")]
    public string GmsaCredentialSpec { get; set; } = null!;

    /// <summary>The field <c>gmsaCredentialSpecName</c>.</summary>
    [YamlMember(Alias = "gmsaCredentialSpecName")]
    public string GmsaCredentialSpecName { get; set; } = null!;

    /// <summary>The field <c>runAsUserName</c>.</summary>
    [YamlMember(Alias = "runAsUserName")]
    public string RunAsUserName { get; set; } = null!;

    /// <summary>The field <c>hostProcess</c>.</summary>
    [YamlMember(Alias = "hostProcess")]
    public bool? HostProcess { get; set; } = null!;
}
