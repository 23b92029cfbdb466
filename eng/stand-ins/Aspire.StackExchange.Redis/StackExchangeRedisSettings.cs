namespace Aspire.StackExchange.Redis;

/// <summary>Settings of the connection to Redis.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary>The connection string: <c>host:port,password=…</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether there is no health check. Default: false.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether there are no spans. Default: false.</summary>
    public bool DisableTracing { get; set; }
}
