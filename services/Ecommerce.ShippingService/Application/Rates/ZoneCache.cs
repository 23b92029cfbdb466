using Ecommerce.ShippingService.Domain.Rates;

namespace Ecommerce.ShippingService.Application.Rates;

/// <summary>The zone table in memory, so that a rate costs no query; read anew every half minute.</summary>
internal sealed partial class ZoneCache(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ZoneCache> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private volatile ZoneTable? _table;

    public async ValueTask<ZoneTable> GetAsync(CancellationToken cancellationToken) => _table ?? await LoadAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await LoadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The last table stands.
                LogNotLoaded(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<ZoneTable> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var zones = await scope.ServiceProvider.GetRequiredService<IZoneSource>().ReadAsync(cancellationToken);
        return _table = new ZoneTable(zones);
    }

    [LoggerMessage(LogLevel.Warning, "The shipping zones could not be read.")]
    private partial void LogNotLoaded(Exception exception);
}
