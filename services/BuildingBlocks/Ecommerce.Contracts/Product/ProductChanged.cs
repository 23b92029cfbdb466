namespace Ecommerce.Contracts.Product;

/// <summary>A product's texts, prices, variants or status changed; caches of it are stale.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Status">draft, active or archived.</param>
/// <param name="ChangedAt">When, UTC.</param>
[IntegrationEvent("product.changed.v1")]
public sealed record ProductChanged(
    Guid ProductId,
    string Slug,
    string Status,
    DateTimeOffset ChangedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"product/{ProductId}";
}
