namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>POST /internal/v1/discounts/calculate → CalculateDiscountsResponse.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">1 to 200.</param>
/// <param name="Shipping">Shipping price, minor units</param>
/// <param name="CouponCodes">In capitals.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">For per-customer limits of guests</param>
/// <param name="Explain">Whether each line says which promotions make its discount.</param>
public sealed record CalculateDiscountsRequest(
    string Currency,
    IReadOnlyList<DiscountLineDto> Lines,
    long Shipping,
    IReadOnlyList<string> CouponCodes,
    Guid? CustomerId,
    string? Email,
    bool Explain = false);
