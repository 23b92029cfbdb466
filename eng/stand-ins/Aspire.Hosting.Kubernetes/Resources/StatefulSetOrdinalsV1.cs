using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>StatefulSetOrdinals of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class StatefulSetOrdinalsV1
{
    /// <summary>The field <c>start</c>.</summary>
    [YamlMember(Alias = "start")]
    public int? Start { get; set; }
}
