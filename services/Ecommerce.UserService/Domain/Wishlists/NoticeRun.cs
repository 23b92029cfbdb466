using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.UserService.Domain.Wishlists;

/// <summary>One occasion to tell of an article, worked through all wishlists in batches. An occasion that is told of again is the same run.</summary>
internal sealed class NoticeRun
{
    private NoticeRun()
    {
    }

    public Guid Id { get; private init; }

    public NoticeKind Kind { get; private init; }

    public string Sku { get; private init; } = "";

    public Guid ProductId { get; private init; }

    /// <summary>Of a price drop; the prices in other currencies are as they were.</summary>
    public string? Currency { get; private init; }

    public long? OldPrice { get; private init; }

    public long? NewPrice { get; private init; }

    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>The last item that was looked at.</summary>
    public Guid? AfterItem { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public static NoticeRun PriceDrop(Guid id, string sku, Guid productId, Currency currency, long oldPrice, long newPrice, DateTimeOffset happenedAt) => new()
    {
        Id = id,
        Kind = NoticeKind.PriceDrop,
        Sku = sku,
        ProductId = productId,
        Currency = currency.Code,
        OldPrice = oldPrice,
        NewPrice = newPrice,
        HappenedAt = happenedAt,
    };

    public static NoticeRun BackInStock(Guid id, string sku, Guid productId, DateTimeOffset happenedAt) =>
        new() { Id = id, Kind = NoticeKind.BackInStock, Sku = sku, ProductId = productId, HappenedAt = happenedAt };

    /// <summary>Notes how far it is.</summary>
    /// <param name="lastItem">The last item of the batch; null where there was none.</param>
    /// <param name="isLast">Whether no items are left.</param>
    /// <param name="now">When.</param>
    public void Advance(Guid? lastItem, bool isLast, DateTimeOffset now)
    {
        AfterItem = lastItem ?? AfterItem;
        DoneAt = isLast ? now : null;
    }
}
