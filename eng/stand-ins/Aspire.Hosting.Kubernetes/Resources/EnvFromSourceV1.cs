using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>EnvFromSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class EnvFromSourceV1
{
    /// <summary>The field <c>configMapRef</c>.</summary>
    [YamlMember(Alias = "configMapRef")]
    public ConfigMapEnvSourceV1? ConfigMapRef { get; set; }

    /// <summary>The field <c>secretRef</c>.</summary>
    [YamlMember(Alias = "secretRef")]
    public SecretEnvSourceV1? SecretRef { get; set; }

    /// <summary>The field <c>prefix</c>.</summary>
    [YamlMember(Alias = "prefix")]
    public string? Prefix { get; set; }
}
