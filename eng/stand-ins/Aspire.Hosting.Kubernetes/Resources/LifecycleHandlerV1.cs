using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>LifecycleHandler of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class LifecycleHandlerV1
{
    /// <summary>The field <c>exec</c>.</summary>
    [YamlMember(Alias = "exec")]
    public ExecActionV1 Exec { get; set; } = new();

    /// <summary>The field <c>sleep</c>.</summary>
    [YamlMember(Alias = "sleep")]
    public SleepActionV1 Sleep { get; set; } = new();

    /// <summary>The field <c>httpGet</c>.</summary>
    [YamlMember(Alias = "httpGet")]
    public HttpGetActionV1 HttpGet { get; set; } = new();

    /// <summary>The field <c>tcpSocket</c>.</summary>
    [YamlMember(Alias = "tcpSocket")]
    public TcpSocketActionV1 TcpSocket { get; set; } = new();
}
