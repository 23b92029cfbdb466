using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Asks the health checks of each resource that runs, often until it is healthy and seldom afterwards, and says once that it is ready.</summary>
internal sealed class ResourceHealth(
    ResourceNotificationService notifications, ResourceLoggerService loggers, HealthCheckService checks,
    IDistributedApplicationEventing eventing, IServiceProvider services, ILogger<ResourceHealth> logger)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_unhealthy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_healthy = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _watched = new(ResourceNames.Comparer);

    internal async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var update in notifications.WatchAsync(stopping).ConfigureAwait(false))
            {
                var runs = update.Snapshot.State?.Text == KnownResourceStates.Running;
                if (runs && !_watched.ContainsKey(update.ResourceId))
                {
                    var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                    _watched[update.ResourceId] = stop;
                    _ = WatchAsync(update.Resource, update.ResourceId, stop.Token);
                }
                else if (!runs && _watched.TryRemove(update.ResourceId, out var running))
                {
                    await running.CancelAsync().ConfigureAwait(false);
                    running.Dispose();
                    await notifications.PublishUpdateAsync(update.Resource, update.ResourceId, s => s with { Ready = null, HealthReports = [] }).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    private async Task WatchAsync(IResource resource, string id, CancellationToken cancellationToken)
    {
        try
        {
            var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(h => h.Key).ToHashSet(StringComparer.Ordinal);
            if (keys.Count == 0)
            {
                await ReadyAsync(resource, id, cancellationToken).ConfigureAwait(false);
                return;
            }

            await notifications.PublishUpdateAsync(resource, id, s => s with { HealthReports = [.. keys.Select(k => new HealthReportSnapshot(k, null, null, null))] }).ConfigureAwait(false);
            var (ready, started, last) = (false, DateTime.UtcNow, (HealthStatus?)null);
            while (!cancellationToken.IsCancellationRequested)
            {
                var report = await checks.CheckHealthAsync(r => keys.Contains(r.Name), cancellationToken).ConfigureAwait(false);
                await PublishAsync(resource, id, keys, report).ConfigureAwait(false);
                if (last == HealthStatus.Healthy && report.Status != HealthStatus.Healthy)
                {
                    loggers.GetLogger(id).LogWarning("Resource '{Name}' is no longer healthy: {Why}", resource.Name,
                        string.Join("; ", report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Description ?? e.Value.Exception?.Message}")));
                }

                last = report.Status;
                if (report.Status == HealthStatus.Healthy && !ready)
                {
                    ready = true;
                    await ReadyAsync(resource, id, cancellationToken).ConfigureAwait(false);
                }

                await Task.Delay(report.Status == HealthStatus.Healthy ? s_healthy : ready || DateTime.UtcNow - started > TimeSpan.FromSeconds(60) ? s_unhealthy : s_first, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The resource or the application stops.
        }
        catch (Exception e)
        {
            logger.LogError(e, "The health of '{Resource}' cannot be watched any more.", id);
        }
    }

    private Task PublishAsync(IResource resource, string id, HashSet<string> keys, HealthReport report)
        => notifications.PublishUpdateAsync(resource, id, s => s.State?.Text != KnownResourceStates.Running ? s : s with
        {
            HealthReports = [.. keys.Select(key => report.Entries.TryGetValue(key, out var entry)
                ? new HealthReportSnapshot(key, entry.Status, entry.Description, entry.Exception?.ToString()) { LastRunAt = DateTime.UtcNow }
                : new HealthReportSnapshot(key, HealthStatus.Unhealthy, $"No health check is registered under '{key}'.", null))],
        });

    private Task ReadyAsync(IResource resource, string id, CancellationToken cancellationToken)
    {
        // Those who wait for the resource wait for the handlers of the event too: databases are created in one.
        var ready = Task.Run(() => eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken), cancellationToken);
        _ = ready.ContinueWith(t => loggers.GetLogger(id).LogError(t.Exception!.InnerException, "Getting '{Resource}' ready failed.", resource.Name), cancellationToken, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return notifications.PublishUpdateAsync(resource, id, s => s with { Ready = ready });
    }
}
