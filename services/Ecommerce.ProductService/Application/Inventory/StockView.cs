namespace Ecommerce.ProductService.Application.Inventory;

/// <param name="Sku">The article.</param>
/// <param name="OnHand">Units in all houses.</param>
/// <param name="Reserved">Of these promised.</param>
/// <param name="Available">Units that can be sold: not promised, and at an open location.</param>
/// <param name="LowAt">At how many available units it counts as low, or null.</param>
/// <param name="Levels">Location by location, by priority.</param>
internal sealed record StockView(string Sku, long OnHand, long Reserved, int Available, int? LowAt, IReadOnlyList<LevelView> Levels);
