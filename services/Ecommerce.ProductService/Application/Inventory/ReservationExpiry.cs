namespace Ecommerce.ProductService.Application.Inventory;

/// <summary>Gives back what nobody came to pay for, and goes on with what a crash left undone.</summary>
internal sealed partial class ReservationExpiry(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReservationExpiry> logger) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var inventory = scope.ServiceProvider.GetRequiredService<IInventory>();
                while (await inventory.ExpireAsync(Batch, stoppingToken) == Batch)
                {
                }

                await scope.ServiceProvider.GetRequiredService<ILocations>().AlignAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Ending old reservations was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
