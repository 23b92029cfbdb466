using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ServiceAccount of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ServiceAccountV1() : BaseKubernetesResource("v1", "ServiceAccount")
{
}
