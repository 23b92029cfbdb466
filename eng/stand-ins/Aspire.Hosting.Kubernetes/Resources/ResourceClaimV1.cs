using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ResourceClaim of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ResourceClaimV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>request</c>.</summary>
    [YamlMember(Alias = "request")]
    public string Request { get; set; } = null!;
}
