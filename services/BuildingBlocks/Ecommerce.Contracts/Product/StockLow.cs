namespace Ecommerce.Contracts.Product;

/// <summary>An article fell to its low-stock level.</summary>
/// <param name="Sku">The article.</param>
/// <param name="Available">Units that can still be sold.</param>
/// <param name="Threshold">The level that was reached.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("product.stock_low.v1")]
public sealed record StockLow(
    string Sku,
    int Available,
    int Threshold,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"sku/{Sku}";
}
