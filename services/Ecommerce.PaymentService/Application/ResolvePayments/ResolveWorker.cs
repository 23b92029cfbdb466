using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.ResolvePayments;

/// <summary>Asks for outcomes that are not known: after a time-out, a crash, a notice of the provider, or while a buyer is at their bank.</summary>
internal sealed partial class ResolveWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ResolveWorker> logger) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
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
        IReadOnlyList<PaymentId> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<IPaymentStore>().TakeUnresolvedAsync(Batch, clock.GetUtcNow(), cancellationToken);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, ResolveAsync);
        return due.Count;
    }

    private async ValueTask ResolveAsync(PaymentId id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PaymentResolver>().ResolveAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It was taken for a lease, and comes again when that is over.
            LogNotResolved(exception, id.Value);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outcome of payment {Id} could not be asked for.")]
    private partial void LogNotResolved(Exception exception, Guid id);

    [LoggerMessage(LogLevel.Warning, "Looking for unknown outcomes was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
