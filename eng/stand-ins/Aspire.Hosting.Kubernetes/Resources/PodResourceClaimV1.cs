using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>PodResourceClaim of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class PodResourceClaimV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>resourceClaimName</c>.</summary>
    [YamlMember(Alias = "resourceClaimName")]
    public string ResourceClaimName { get; set; } = null!;

    /// <summary>The field <c>resourceClaimTemplateName</c>.</summary>
    [YamlMember(Alias = "resourceClaimTemplateName")]
    public string ResourceClaimTemplateName { get; set; } = null!;
}
