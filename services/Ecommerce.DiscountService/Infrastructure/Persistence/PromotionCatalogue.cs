using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>Keeps the active promotions in memory; every few seconds it asks whether anything changed, and only then loads.</summary>
internal sealed partial class PromotionCatalogue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PromotionCatalogue> logger)
    : BackgroundService, IPromotionCatalogue
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private (long Count, long Versions) _stamp = (-1, -1);
    private volatile PromotionSet? _current;

    public async ValueTask<PromotionSet> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is null)
        {
            await ReloadAsync(cancellationToken);
        }

        return _current ?? PromotionSet.Empty;
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var promotions = scope.ServiceProvider.GetRequiredService<DiscountDbContext>().Promotions.AsNoTracking();

            // Promotions are never deleted and each change raises a version: the stamp cannot come back to an old value.
            var stamp = await promotions.GroupBy(_ => 1)
                .Select(all => new { Count = all.LongCount(), Versions = all.Sum(promotion => (long)promotion.Version) })
                .SingleOrDefaultAsync(cancellationToken);
            var next = (stamp?.Count ?? 0, stamp?.Versions ?? 0);
            if (next != _stamp)
            {
                _current = new PromotionSet(await promotions.Where(promotion => promotion.Status == PromotionStatus.Active).ToListAsync(cancellationToken));
                _stamp = next;
            }
        }
        finally
        {
            _loading.Release();
        }
    }

    public override void Dispose()
    {
        _loading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReloadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogStale(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Promotions could not be reloaded; the last known ones apply.")]
    private partial void LogStale(Exception exception);
}
