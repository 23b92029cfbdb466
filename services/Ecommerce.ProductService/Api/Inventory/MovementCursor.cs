namespace Ecommerce.ProductService.Api.Inventory;

internal sealed record MovementCursor(long Id);
