using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Lifecycle of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class LifecycleV1
{
    /// <summary>The field <c>preStop</c>.</summary>
    [YamlMember(Alias = "preStop")]
    public LifecycleHandlerV1 PreStop { get; set; } = null!;

    /// <summary>The field <c>postStart</c>.</summary>
    [YamlMember(Alias = "postStart")]
    public LifecycleHandlerV1 PostStart { get; set; } = null!;
}
