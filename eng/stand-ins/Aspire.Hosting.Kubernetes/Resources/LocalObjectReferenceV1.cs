using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>LocalObjectReference of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class LocalObjectReferenceV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;
}
