namespace Ecommerce.DiscountService.Domain;

/// <summary>What a promotion does.</summary>
internal enum PromotionAction
{
    /// <summary>Takes a share off what the lines still cost.</summary>
    Percentage,

    /// <summary>Takes an amount off the lines together, at most what they still cost.</summary>
    FixedAmount,

    /// <summary>Takes the shipping price off.</summary>
    FreeShipping,
}
