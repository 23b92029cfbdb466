namespace Ecommerce.PaymentService.Application.Operations;

/// <summary>Performs what was asked for; woken at once, else every second.</summary>
internal sealed partial class OperationWorker(
    IServiceScopeFactory scopes, OperationSignal signal, TimeProvider clock, ILogger<OperationWorker> logger) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Interval, stoppingToken);
            try
            {
                while (await RunDueAsync(stoppingToken) > 0)
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
        IReadOnlyList<long> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<IPaymentStore>().TakeDueOperationsAsync(Batch, clock.GetUtcNow(), cancellationToken);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, PerformAsync);
        return due.Count;
    }

    private async ValueTask PerformAsync(long position, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OperationProcessor>().PerformAsync(position, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It was taken for a lease, and comes again when that is over.
            LogNotPerformed(exception, position);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Operation {Position} could not be performed and is tried again.")]
    private partial void LogNotPerformed(Exception exception, long position);

    [LoggerMessage(LogLevel.Warning, "Looking for operations was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
