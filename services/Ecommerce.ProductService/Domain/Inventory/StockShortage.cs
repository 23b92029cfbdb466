namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>An article of which more was asked for than there is.</summary>
internal sealed record StockShortage(string Sku, int Requested, int Available);
