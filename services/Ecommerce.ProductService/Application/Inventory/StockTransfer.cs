namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record StockTransfer(string Sku, string From, string To, int Quantity, string Actor);
