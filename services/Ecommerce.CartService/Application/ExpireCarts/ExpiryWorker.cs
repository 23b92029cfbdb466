using Microsoft.Extensions.Options;

namespace Ecommerce.CartService.Application.ExpireCarts;

/// <summary>Tells of carts that nobody touches any more, and expires those that nobody touched for long.</summary>
internal sealed partial class ExpiryWorker(
    IServiceScopeFactory scopes, IOptions<CartOptions> options, TimeProvider clock, ILogger<ExpiryWorker> logger) : BackgroundService
{
    private const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ExpiryInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var carts = scope.ServiceProvider.GetRequiredService<ICartStore>();
                while (await carts.AbandonAsync(Batch, stoppingToken) == Batch)
                {
                }

                while (await carts.ExpireAsync(Batch, stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for abandoned and expired carts was interrupted; the next round goes on.")]
    private partial void LogInterrupted(Exception exception);
}
