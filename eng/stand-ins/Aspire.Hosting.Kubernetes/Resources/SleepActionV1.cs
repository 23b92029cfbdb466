using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>SleepAction of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class SleepActionV1
{
    /// <summary>The field <c>seconds</c>.</summary>
    [YamlMember(Alias = "seconds")]
    public long Seconds { get; set; }
}
