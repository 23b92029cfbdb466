namespace Ecommerce.Contracts.Product;

/// <summary>An article costs less than before.</summary>
/// <param name="Sku">The article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="OldPrice">Before, in minor units.</param>
/// <param name="NewPrice">Now, in minor units.</param>
/// <param name="Currency">ISO 4217; the prices in other currencies are as they were.</param>
/// <param name="DroppedAt">When, UTC.</param>
[IntegrationEvent("product.price_dropped.v1")]
public sealed record PriceDropped(
    string Sku,
    Guid ProductId,
    long OldPrice,
    long NewPrice,
    string Currency,
    DateTimeOffset DroppedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"product/{ProductId}";
}
