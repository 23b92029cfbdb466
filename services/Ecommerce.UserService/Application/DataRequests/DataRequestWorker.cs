using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Runs what is due, for as long as it takes: a service may be away for hours.</summary>
internal sealed partial class DataRequestWorker(
    IServiceScopeFactory scopes, IOptions<DataRequestOptions> options, TimeProvider clock, ILogger<DataRequestWorker> logger) : BackgroundService
{
    private const int Batch = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunDueAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    private async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var requests = scope.ServiceProvider.GetRequiredService<IDataRequestStore>();
            due = await requests.TakeDueAsync(Batch, clock.GetUtcNow(), cancellationToken);
        }

        foreach (var id in due)
        {
            await RunAsync(id, cancellationToken);
        }

        return due.Count;
    }

    private async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DataRequestRunner>().RunAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It is due again when its lease is over. A report that came in between is one reason, and harmless.
            LogPostponed(exception, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Data request {Id} could not go on and is tried again later.")]
    private partial void LogPostponed(Exception exception, Guid id);

    [LoggerMessage(LogLevel.Warning, "Looking for data requests was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
