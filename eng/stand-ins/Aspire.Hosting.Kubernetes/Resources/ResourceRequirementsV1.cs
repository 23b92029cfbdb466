using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ResourceRequirements of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ResourceRequirementsV1
{
    /// <summary>The field <c>claims</c>.</summary>
    [YamlMember(Alias = "claims")]
    public List<ResourceClaimV1> Claims { get; } = [];

    /// <summary>The field <c>limits</c>.</summary>
    [YamlMember(Alias = "limits")]
    public Dictionary<string, string> Limits { get; } = [];

    /// <summary>The field <c>requests</c>.</summary>
    [YamlMember(Alias = "requests")]
    public Dictionary<string, string> Requests { get; } = [];
}
