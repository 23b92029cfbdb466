using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>OwnerReference of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class OwnerReferenceV1 : BaseKubernetesObject
{
    /// <summary>The field <c>uid</c>.</summary>
    [YamlMember(Alias = "uid")]
    public string Uid { get; set; } = null!;

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>blockOwnerDeletion</c>.</summary>
    [YamlMember(Alias = "blockOwnerDeletion")]
    public bool? BlockOwnerDeletion { get; set; }

    /// <summary>The field <c>controller</c>.</summary>
    [YamlMember(Alias = "controller")]
    public bool? Controller { get; set; }
}
