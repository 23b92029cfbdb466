namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

/// <summary>Settings of a PostgreSQL database context.</summary>
public class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    /// <summary>The connection string.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether failed commands are not retried (by EF's execution strategy). Default: false.</summary>
    public bool DisableRetry { get; set; }

    /// <summary>Whether there is no health check. Default: false.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether there are no spans. Default: false.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Whether there are no metrics. Default: false.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>How long a command may take, in seconds; null: the driver's own.</summary>
    public int? CommandTimeout { get; set; }
}
