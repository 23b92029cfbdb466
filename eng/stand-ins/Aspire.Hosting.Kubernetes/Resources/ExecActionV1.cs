using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ExecAction of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ExecActionV1
{
    /// <summary>The field <c>command</c>.</summary>
    [YamlMember(Alias = "command")]
    public List<string> Command { get; } = [];
}
