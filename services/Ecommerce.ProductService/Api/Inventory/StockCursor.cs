namespace Ecommerce.ProductService.Api.Inventory;

internal sealed record StockCursor(string Sku);
