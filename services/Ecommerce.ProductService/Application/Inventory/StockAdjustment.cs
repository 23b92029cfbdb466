namespace Ecommerce.ProductService.Application.Inventory;

/// <param name="Sku">The article.</param>
/// <param name="Location">Where; null for the open location that comes first.</param>
/// <param name="Difference">Units more, or less where negative.</param>
/// <param name="Kind">received or adjusted.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who.</param>
internal sealed record StockAdjustment(string Sku, string? Location, int Difference, string Kind, string Reason, string Actor);
