using Ecommerce.Contracts;
using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Outbox;
using Ecommerce.UserService.Application.Wishlists;
using Ecommerce.UserService.Domain.Wishlists;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class NoticeRuns(UserDbContext context) : INoticeRuns
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public Task AddAsync(NoticeRun run, CancellationToken cancellationToken)
    {
        var kind = run.Kind.ToString();
        return context.Database.ExecuteSqlAsync($"""
            INSERT INTO notice_runs (id, kind, sku, product_id, currency, old_price, new_price, happened_at)
            SELECT {run.Id}, {kind}, {run.Sku}, {run.ProductId}, {run.Currency}, {run.OldPrice}, {run.NewPrice}, {run.HappenedAt}
            WHERE EXISTS (SELECT 1 FROM wishlist_items WHERE sku = {run.Sku})
            ON CONFLICT DO NOTHING
            """, cancellationToken);
    }

    public async Task<bool> AdvanceAsync(int batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var open = await context.NoticeRuns
            .FromSql($"SELECT * FROM notice_runs WHERE done_at IS NULL ORDER BY happened_at LIMIT 1 FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return false;
        }

        var run = open[0];
        var wishes = await context.Database.SqlQuery<Wish>($"""
            SELECT i.id AS "ItemId", w.customer_id AS "CustomerId", c.email AS "Email", c.locale AS "Locale", i.name AS "Name",
                   ({run.Currency}::text IS NULL OR c.currency = {run.Currency}::text)
                     AND EXISTS (SELECT 1 FROM customer_consents a WHERE a.customer_id = c.id AND a.granted) AS "IsWanted"
            FROM wishlist_items i JOIN wishlists w ON w.id = i.wishlist_id JOIN customers c ON c.id = w.customer_id
            WHERE i.sku = {run.Sku} AND i.added_at <= {run.HappenedAt} AND i.id > {run.AfterItem ?? Guid.Empty}
            ORDER BY i.id LIMIT {batch}
            """).ToListAsync(cancellationToken);
        foreach (var wish in wishes.Where(wish => wish.IsWanted))
        {
            if (await context.Database.ExecuteSqlAsync(
                $"INSERT INTO wishlist_notices (run_id, customer_id) VALUES ({run.Id}, {wish.CustomerId}) ON CONFLICT DO NOTHING", cancellationToken) == 1)
            {
                context.AddToOutbox(NoticeOf(run, wish), now);
            }
        }

        var isLast = wishes.Count < batch;
        run.Advance(wishes.LastOrDefault()?.ItemId, isLast, now);
        await context.SaveChangesAsync(cancellationToken);
        if (isLast)
        {
            await context.Database.ExecuteSqlAsync($"""
                DELETE FROM wishlist_notices WHERE run_id = {run.Id};
                DELETE FROM notice_runs WHERE done_at < {now - Memory};
                """, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static WishlistNotice NoticeOf(NoticeRun run, Wish wish) => new(
        wish.CustomerId, wish.Email, wish.Locale, run.Kind == NoticeKind.PriceDrop ? "priceDrop" : "backInStock", run.Sku, run.ProductId, wish.Name,
        PriceOf(run.OldPrice, run.Currency), PriceOf(run.NewPrice, run.Currency), run.HappenedAt);

    private static MoneyDto? PriceOf(long? amount, string? currency) => amount is { } value && currency is not null ? new MoneyDto(value, currency) : null;
}
