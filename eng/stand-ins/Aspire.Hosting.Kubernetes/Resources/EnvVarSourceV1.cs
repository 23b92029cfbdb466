using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>EnvVarSource of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class EnvVarSourceV1
{
    /// <summary>The field <c>configMapKeyRef</c>.</summary>
    [YamlMember(Alias = "configMapKeyRef")]
    public ConfigMapKeySelectorV1? ConfigMapKeyRef { get; set; }

    /// <summary>The field <c>fieldRef</c>.</summary>
    [YamlMember(Alias = "fieldRef")]
    public ObjectFieldSelectorV1? FieldRef { get; set; }

    /// <summary>The field <c>resourceFieldRef</c>.</summary>
    [YamlMember(Alias = "resourceFieldRef")]
    public ResourceFieldSelectorV1? ResourceFieldRef { get; set; }

    /// <summary>The field <c>secretKeyRef</c>.</summary>
    [YamlMember(Alias = "secretKeyRef")]
    public SecretKeySelectorV1? SecretKeyRef { get; set; }
}
