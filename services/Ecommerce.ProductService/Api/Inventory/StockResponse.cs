using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Sku">The article.</param>
/// <param name="OnHand">Units in all houses.</param>
/// <param name="Reserved">Of these promised to somebody.</param>
/// <param name="Available">Units that can be sold: not promised, and at an open location.</param>
/// <param name="LowAt">At how many available units it counts as low; null: never.</param>
/// <param name="IsLow">Whether it does.</param>
/// <param name="Levels">Location by location, by priority.</param>
internal sealed record StockResponse(string Sku, long OnHand, long Reserved, int Available, int? LowAt, bool IsLow, IReadOnlyList<StockLevelResponse> Levels)
{
    public static StockResponse Of(StockView stock) => new(
        stock.Sku, stock.OnHand, stock.Reserved, stock.Available, stock.LowAt, stock.Available <= stock.LowAt, [.. stock.Levels.Select(StockLevelResponse.Of)]);
}
