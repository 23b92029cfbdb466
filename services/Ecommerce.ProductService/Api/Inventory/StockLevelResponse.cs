using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Location">The location's code.</param>
/// <param name="OnHand">Units there.</param>
/// <param name="Reserved">Of these promised to somebody.</param>
/// <param name="Available">Units that can be sold; none at a closed location.</param>
internal sealed record StockLevelResponse(string Location, int OnHand, int Reserved, int Available)
{
    public static StockLevelResponse Of(LevelView level) => new(level.Location, level.OnHand, level.Reserved, level.IsSellable ? level.OnHand - level.Reserved : 0);
}
