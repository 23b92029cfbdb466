using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>Tells people of the articles that they wish for, batch by batch.</summary>
internal sealed partial class NoticeWorker(
    IServiceScopeFactory scopes, IOptions<WishlistOptions> options, TimeProvider clock, ILogger<NoticeWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await AdvanceAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    private async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<INoticeRuns>().AdvanceAsync(options.Value.BatchSize, clock.GetUtcNow(), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Telling of wished articles was interrupted; the batch is done again.")]
    private partial void LogInterrupted(Exception exception);
}
