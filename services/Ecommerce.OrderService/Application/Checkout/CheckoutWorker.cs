using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.Checkout;

/// <summary>Brings checkouts on that no request looks after any more: after a crash, an outage, a deploy, or a buyer who did not come back.</summary>
internal sealed partial class CheckoutWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CheckoutWorker> logger) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

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
        IReadOnlyList<OrderId> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<IOrderStore>().TakeDueAsync(Batch, clock.GetUtcNow(), cancellationToken);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, RunAsync);
        return due.Count;
    }

    private async ValueTask RunAsync(OrderId id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var order = await scope.ServiceProvider.GetRequiredService<IOrderStore>().FindAsync(id, cancellationToken);
            if (order is not null)
            {
                LogTakenOver(order.Number, order.Step);
                await scope.ServiceProvider.GetRequiredService<CheckoutProcess>().RunAsync(order, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogPostponed(exception, id.Value);
            await PostponeAsync(id, cancellationToken);
        }
    }

    private async Task PostponeAsync(OrderId id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var orders = scope.ServiceProvider.GetRequiredService<IOrderStore>();
            if (await orders.FindAsync(id, cancellationToken) is { NextStepAt: not null } order)
            {
                order.Postpone(clock.GetUtcNow());
                await orders.SaveAsync(cancellationToken);
            }
        }
        catch (OrderChangedException)
        {
            // Another runner brought it on.
        }
    }

    [LoggerMessage(LogLevel.Information, "Checkout of order {Number} goes on from step {Step}.")]
    private partial void LogTakenOver(string number, CheckoutStep step);

    [LoggerMessage(LogLevel.Warning, "Checkout of order {Id} could not go on and is tried again later.")]
    private partial void LogPostponed(Exception exception, Guid id);

    [LoggerMessage(LogLevel.Warning, "Looking for unfinished checkouts was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
