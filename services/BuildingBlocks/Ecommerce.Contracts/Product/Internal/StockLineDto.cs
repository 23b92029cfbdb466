namespace Ecommerce.Contracts.Product.Internal;

/// <summary>An article and a number of units.</summary>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units, at least 1.</param>
public sealed record StockLineDto(
    string Sku,
    int Quantity);
