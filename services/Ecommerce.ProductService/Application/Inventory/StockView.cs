namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record StockView(string Sku, int OnHand, int Reserved)
{
    public int Available => OnHand - Reserved;
}
