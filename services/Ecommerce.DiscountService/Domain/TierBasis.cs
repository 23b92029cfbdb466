namespace Ecommerce.DiscountService.Domain;

/// <summary>What the steps of a tiered promotion count.</summary>
internal enum TierBasis
{
    /// <summary>What the lines cost before discounts.</summary>
    Spend,

    /// <summary>Units.</summary>
    Quantity,
}
