namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record LevelView(string Location, int OnHand, int Reserved, bool IsSellable);
