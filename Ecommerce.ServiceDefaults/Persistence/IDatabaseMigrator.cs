namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>Brings a service's database to its present form.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Applies the migrations that are missing, then the seeds. Safe to run by several at once.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);
}
