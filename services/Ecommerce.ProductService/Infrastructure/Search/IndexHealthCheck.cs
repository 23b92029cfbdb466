using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Not ready until the index has caught up with the database once; degraded while products are set aside.</summary>
internal sealed class IndexHealthCheck(ProductIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(index switch
        {
            { IsReady: false } => HealthCheckResult.Unhealthy("The search index is being built."),
            { SetAside: > 0 } => HealthCheckResult.Degraded($"{index.SetAside} products cannot be indexed and are set aside."),
            _ => HealthCheckResult.Healthy(),
        });
}
