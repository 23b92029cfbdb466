using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Probe of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ProbeV1
{
    /// <summary>The field <c>exec</c>.</summary>
    [YamlMember(Alias = "exec")]
    public ExecActionV1? Exec { get; set; }

    /// <summary>The field <c>grpc</c>.</summary>
    [YamlMember(Alias = "grpc")]
    public GrpcActionV1? Grpc { get; set; }

    /// <summary>The field <c>failureThreshold</c>.</summary>
    [YamlMember(Alias = "failureThreshold")]
    public int? FailureThreshold { get; set; }

    /// <summary>The field <c>successThreshold</c>.</summary>
    [YamlMember(Alias = "successThreshold")]
    public int? SuccessThreshold { get; set; }

    /// <summary>The field <c>initialDelaySeconds</c>.</summary>
    [YamlMember(Alias = "initialDelaySeconds")]
    public int? InitialDelaySeconds { get; set; }

    /// <summary>The field <c>periodSeconds</c>.</summary>
    [YamlMember(Alias = "periodSeconds")]
    public int? PeriodSeconds { get; set; }

    /// <summary>The field <c>terminationGracePeriodSeconds</c>.</summary>
    [YamlMember(Alias = "terminationGracePeriodSeconds")]
    public long? TerminationGracePeriodSeconds { get; set; }

    /// <summary>The field <c>timeoutSeconds</c>.</summary>
    [YamlMember(Alias = "timeoutSeconds")]
    public int? TimeoutSeconds { get; set; }

    /// <summary>The field <c>httpGet</c>.</summary>
    [YamlMember(Alias = "httpGet")]
    public HttpGetActionV1? HttpGet { get; set; }

    /// <summary>The field <c>tcpSocket</c>.</summary>
    [YamlMember(Alias = "tcpSocket")]
    public TcpSocketActionV1? TcpSocket { get; set; }
}
