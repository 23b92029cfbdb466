using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Runs the dashboard and the service that it asks for resources.</summary>
internal sealed class DashboardHost(DashboardSettings settings, ILogger<DistributedApplication> logger)
{
    internal Task StartAsync(CancellationToken cancellationToken)
    {
        logger.LogDebug("{On}", settings.IsOn);
        return Task.CompletedTask;
    }

    internal Task StopAsync() => settings.IsOn ? Task.CompletedTask : Task.CompletedTask;
}
