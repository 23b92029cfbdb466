namespace Ecommerce.NotificationService.Application;

/// <summary>Of which articles staff were told lately.</summary>
internal interface IStockNotices
{
    /// <summary>Notes, in the unit of work, that staff are told of an article.</summary>
    /// <param name="sku">The article.</param>
    /// <param name="at">When it got low.</param>
    /// <param name="quietTime">How long it is no news then.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where they were told within that time.</returns>
    Task<bool> TryNoteAsync(string sku, DateTimeOffset at, TimeSpan quietTime, CancellationToken cancellationToken);
}
