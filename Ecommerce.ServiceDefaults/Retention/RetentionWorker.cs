using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ecommerce.ServiceDefaults.Retention;

/// <summary>Deletes what is older than it may get, in small statements that hold up nobody.</summary>
internal sealed partial class RetentionWorker<TContext>(
    IServiceScopeFactory scopes, IRetentionRules rules, IOptions<RetentionSettings> settings, TimeProvider clock, ILogger<RetentionWorker<TContext>> logger)
    : BackgroundService
    where TContext : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.CheckEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var rule in rules.All)
            {
                await ApplyAsync(rule, stoppingToken);
            }
        }
    }

    private async Task ApplyAsync(RetentionRule rule, CancellationToken cancellationToken)
    {
        try
        {
            var (total, deleted) = (0, 0);
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                deleted = await scope.ServiceProvider.GetRequiredService<TContext>().Database.ExecuteSqlRawAsync(
                    rule.Delete, [clock.GetUtcNow() - rule.Age, settings.Value.BatchSize], cancellationToken);
                total += deleted;
            }
            while (deleted == settings.Value.BatchSize);

            if (total > 0)
            {
                LogDeleted(total, rule.Table);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, rule.Table);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} rows of {Table} were older than they get and are deleted.")]
    private partial void LogDeleted(int count, string table);

    [LoggerMessage(LogLevel.Warning, "Old rows of {Table} could not be deleted; the next round does it.")]
    private partial void LogFailed(Exception exception, string table);
}
