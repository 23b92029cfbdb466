using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Api;

internal sealed record StockResponse(string Sku, int OnHand, int Reserved, int Available)
{
    public static StockResponse Of(StockView stock) => new(stock.Sku, stock.OnHand, stock.Reserved, stock.Available);
}
