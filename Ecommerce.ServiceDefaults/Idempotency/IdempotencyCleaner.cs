using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>Forgets keys after their day.</summary>
internal sealed partial class IdempotencyCleaner(IdempotencyStore store, TimeProvider clock, ILogger<IdempotencyCleaner> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.PurgeAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old idempotency keys could not be deleted; the next round does it.")]
    private partial void LogFailed(Exception exception);
}
