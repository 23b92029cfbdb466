using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>HttpIngressRuleValue of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class HttpIngressRuleValueV1
{
    /// <summary>The field <c>paths</c>.</summary>
    [YamlMember(Alias = "paths")]
    public List<HttpIngressPathV1> Paths { get; } = [];
}
