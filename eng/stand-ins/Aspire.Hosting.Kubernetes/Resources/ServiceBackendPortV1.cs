using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ServiceBackendPort of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ServiceBackendPortV1
{
    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>number</c>.</summary>
    [YamlMember(Alias = "number")]
    public int? Number { get; set; }
}
