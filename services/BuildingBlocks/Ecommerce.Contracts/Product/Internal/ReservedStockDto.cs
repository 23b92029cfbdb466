namespace Ecommerce.Contracts.Product.Internal;

/// <summary>Units that are held at a location.</summary>
/// <param name="Sku">Article.</param>
/// <param name="Location">Code of the location that sends them.</param>
/// <param name="Quantity">Units.</param>
public sealed record ReservedStockDto(
    string Sku,
    string Location,
    int Quantity);
