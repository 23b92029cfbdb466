namespace Ecommerce.DiscountService.Domain;

/// <summary>What a promotion does. At one priority they are tried in this order: what is about single units, then shares, then amounts.</summary>
internal enum PromotionAction
{
    /// <summary>Each unit costs a price of its own; what costs less already stays.</summary>
    FixedPrice,

    /// <summary>Of so many units, the cheapest ones cost a share less.</summary>
    BuyXGetY,

    /// <summary>Certain units together cost a price of their own.</summary>
    Bundle,

    /// <summary>Takes a share off what the lines still cost.</summary>
    Percentage,

    /// <summary>Takes a share or an amount, by how much is bought.</summary>
    Tiered,

    /// <summary>Takes an amount off the lines together, at most what they still cost.</summary>
    FixedAmount,

    /// <summary>Takes the shipping price off.</summary>
    FreeShipping,
}
