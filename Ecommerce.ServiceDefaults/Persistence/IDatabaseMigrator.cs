namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>Brings a service's database to its present form.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Applies the migrations that are missing, then the seeds. Safe to run by several at once.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Returns once no migration is missing, which somebody else applies; until then it asks every second.</summary>
    Task WaitUntilMigratedAsync(CancellationToken cancellationToken);
}
