namespace Ecommerce.DiscountService.Domain;

/// <summary>A promotion that does not apply, and why.</summary>
/// <param name="CouponCode">Null for an automatic one.</param>
/// <param name="Promotion">Null where the coupon is not known.</param>
/// <param name="Code">One of <see cref="RefusalReasons"/>.</param>
internal sealed record RefusedPromotion(string? CouponCode, Promotion? Promotion, string Code)
{
    public string Reason => RefusalReasons.Of(Code, Promotion);
}
