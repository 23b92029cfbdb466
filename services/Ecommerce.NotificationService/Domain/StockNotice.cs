namespace Ecommerce.NotificationService.Domain;

/// <summary>When staff were last told that an article is low.</summary>
internal sealed class StockNotice
{
    private StockNotice()
    {
    }

    public string Sku { get; private init; } = "";

    public DateTimeOffset ToldAt { get; private set; }

    public static StockNotice Of(string sku, DateTimeOffset at) => new() { Sku = sku, ToldAt = at };

    /// <returns>False where it is no news: told less than so long before, or later already.</returns>
    public bool TryTellAgain(DateTimeOffset at, TimeSpan quietTime)
    {
        if (at < ToldAt + quietTime)
        {
            return false;
        }

        ToldAt = at;
        return true;
    }
}
