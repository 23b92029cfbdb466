namespace Ecommerce.DiscountService.Application.Redeem;

/// <summary>Gives redemptions back whose order did not get done in time.</summary>
internal sealed partial class ExpiryWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiryWorker> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var redemptions = scope.ServiceProvider.GetRequiredService<IRedemptionStore>();
                while (await redemptions.ExpireAsync(Batch, clock.GetUtcNow(), stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for expired redemptions was interrupted; the next round goes on.")]
    private partial void LogInterrupted(Exception exception);
}
