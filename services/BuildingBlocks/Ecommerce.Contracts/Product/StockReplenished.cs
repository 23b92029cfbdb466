namespace Ecommerce.Contracts.Product;

/// <summary>An article that was sold out can be bought again.</summary>
/// <param name="Sku">The article.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Available">Units that can be sold now.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("product.stock_replenished.v1")]
public sealed record StockReplenished(
    string Sku,
    Guid ProductId,
    int Available,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"sku/{Sku}";
}
