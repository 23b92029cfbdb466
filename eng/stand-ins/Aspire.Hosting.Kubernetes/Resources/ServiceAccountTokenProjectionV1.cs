using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ServiceAccountTokenProjection of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ServiceAccountTokenProjectionV1
{
    /// <summary>The field <c>audience</c>.</summary>
    [YamlMember(Alias = "audience")]
    public string? Audience { get; set; }

    /// <summary>The field <c>expirationSeconds</c>.</summary>
    [YamlMember(Alias = "expirationSeconds")]
    public long? ExpirationSeconds { get; set; }

    /// <summary>The field <c>path</c>.</summary>
    [YamlMember(Alias = "path")]
    public string Path { get; set; } = null!;
}
