namespace Aspire.RabbitMQ.Client;

/// <summary>Settings of the connection to RabbitMQ.</summary>
public sealed class RabbitMQClientSettings
{
    /// <summary>The connection string, an <c>amqp://</c> URI.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How often connecting is tried again; 0: not. Default: 5.</summary>
    public int MaxConnectRetryCount { get; set; } = 5;

    /// <summary>Whether there is no health check. Default: false.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether there are no spans. Default: false.</summary>
    public bool DisableTracing { get; set; }
}
