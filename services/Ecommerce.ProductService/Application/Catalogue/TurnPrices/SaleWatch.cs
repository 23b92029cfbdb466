namespace Ecommerce.ProductService.Application.Catalogue.TurnPrices;

/// <summary>Looks for sales that begin or end. What a price is never waits for this: it is computed when it is read.</summary>
internal sealed partial class SaleWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SaleWatch> logger) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var prices = scope.ServiceProvider.GetRequiredService<IPriceClock>();
                while (await prices.TurnAsync(Batch, stoppingToken) > 0)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for sales that begin or end was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
