namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>Discounts that sum to the cent.</summary>
/// <param name="Lines">One per line that gets something.</param>
/// <param name="ShippingDiscount">Off shipping, minor units.</param>
/// <param name="Applied">What was applied.</param>
/// <param name="Refused">Coupons that were not, and why.</param>
public sealed record CalculateDiscountsResponse(
    IReadOnlyList<LineDiscountDto> Lines,
    long ShippingDiscount,
    IReadOnlyList<AppliedDiscountDto> Applied,
    IReadOnlyList<RefusedCouponDto> Refused);
