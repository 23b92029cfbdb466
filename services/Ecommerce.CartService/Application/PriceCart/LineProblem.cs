namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>What stands between a line and an order, or what the shopper should know of it.</summary>
internal enum LineProblem
{
    PriceChanged,
    InsufficientStock,
    NoLongerSold,
}
