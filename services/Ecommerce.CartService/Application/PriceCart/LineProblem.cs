namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>What stands between a line and an order, or what the shopper should know of it.</summary>
internal enum LineProblem
{
    /// <summary>Acknowledged by the next change of the cart.</summary>
    PriceChanged,

    /// <summary>Acknowledged by the next change of the cart.</summary>
    DiscountChanged,

    /// <summary>Two carts had more together than there is, or than a line holds. Acknowledged by the next change of the cart.</summary>
    QuantityReduced,

    /// <summary>Stays until there are enough, or the shopper takes fewer.</summary>
    InsufficientStock,

    /// <summary>Stays until the line is taken out.</summary>
    NoLongerSold,
}
