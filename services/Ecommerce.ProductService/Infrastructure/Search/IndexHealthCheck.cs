using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Not ready until the index has caught up with the database once.</summary>
internal sealed class IndexHealthCheck(ProductIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The search index is being built."));
}
