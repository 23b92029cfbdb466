using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>VolumeProjection of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class VolumeProjectionV1
{
    /// <summary>The field <c>configMap</c>.</summary>
    [YamlMember(Alias = "configMap")]
    public ConfigMapProjectionV1? ConfigMap { get; set; }

    /// <summary>The field <c>downwardAPI</c>.</summary>
    [YamlMember(Alias = "downwardAPI")]
    public DownwardApiProjectionV1? DownwardApi { get; set; }

    /// <summary>The field <c>secret</c>.</summary>
    [YamlMember(Alias = "secret")]
    public SecretProjectionV1? Secret { get; set; }

    /// <summary>The field <c>serviceAccountToken</c>.</summary>
    [YamlMember(Alias = "serviceAccountToken")]
    public ServiceAccountTokenProjectionV1? ServiceAccountToken { get; set; }
}
