namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>Data that a service cannot do without, or that a demonstration shows. Runs after each migration and changes nothing the second time.</summary>
public interface IDatabaseSeed
{
    /// <summary>Puts in what is missing.</summary>
    Task SeedAsync(CancellationToken cancellationToken);
}
