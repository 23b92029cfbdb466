using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>NamespaceSpec of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class NamespaceSpecV1
{
    /// <summary>The field <c>finalizers</c>.</summary>
    [YamlMember(Alias = "finalizers")]
    public List<string> Finalizers { get; } = [];
}
