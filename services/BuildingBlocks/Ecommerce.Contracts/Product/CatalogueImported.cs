namespace Ecommerce.Contracts.Product;

/// <summary>An import stored a batch of products, new and changed ones; caches of products and lists are stale. They have no <c>product.changed.v1</c> each.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Products">How many the batch holds.</param>
/// <param name="ImportedAt">When, UTC.</param>
[IntegrationEvent("product.catalogue_imported.v1")]
public sealed record CatalogueImported(
    Guid ImportId,
    int Products,
    DateTimeOffset ImportedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"import/{ImportId}";
}
