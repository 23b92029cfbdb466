using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class StockNotices(NotificationDbContext context) : IStockNotices
{
    public async Task<bool> TryNoteAsync(string sku, DateTimeOffset at, TimeSpan quietTime, CancellationToken cancellationToken)
    {
        if (await context.FindAsync<StockNotice>([sku], cancellationToken) is { } told)
        {
            return told.TryTellAgain(at, quietTime);
        }

        context.Add(StockNotice.Of(sku, at));
        return true;
    }
}
