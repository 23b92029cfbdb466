namespace Ecommerce.Contracts.Product;

/// <summary>Staff made, changed, moved or removed a category, a brand or an attribute; caches of lists and breadcrumbs are stale.</summary>
/// <param name="ShelfId">Which one.</param>
/// <param name="Kind">category, brand or attribute.</param>
/// <param name="ChangedAt">When, UTC.</param>
[IntegrationEvent("product.shelf_changed.v1")]
public sealed record ShelfChanged(
    Guid ShelfId,
    string Kind,
    DateTimeOffset ChangedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"shelf/{ShelfId}";
}
