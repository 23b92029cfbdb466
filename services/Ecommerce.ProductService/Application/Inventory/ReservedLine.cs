namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record ReservedLine(string Sku, string Location, int Quantity);
