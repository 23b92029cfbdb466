namespace Ecommerce.DiscountService.Domain;

/// <summary>The life of a promotion: one way only.</summary>
internal enum PromotionStatus
{
    /// <summary>Can be changed and tried out; applies to nothing.</summary>
    Draft,

    /// <summary>Applies between its dates; its terms never change.</summary>
    Active,
    Ended,
}
