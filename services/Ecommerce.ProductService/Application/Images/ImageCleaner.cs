namespace Ecommerce.ProductService.Application.Images;

/// <summary>Removes the objects of deleted images, and of uploads that did not get to their end.</summary>
internal sealed partial class ImageCleaner(IServiceScopeFactory scopes, IImageStorage storage, IConfiguration configuration, TimeProvider clock, ILogger<ImageCleaner> logger)
    : BackgroundService
{
    private const int Batch = 100;
    private readonly TimeSpan _interval = configuration.GetValue("Images:CleanEvery", TimeSpan.FromMinutes(10));
    private readonly TimeSpan _age = configuration.GetValue("Images:KeepUnusedFor", TimeSpan.FromHours(1));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var images = scope.ServiceProvider.GetRequiredService<IProductImages>();
                while (await images.RemoveUnusedAsync(clock.GetUtcNow() - _age, Batch, storage.DeleteAsync, stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Removing unused images was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
