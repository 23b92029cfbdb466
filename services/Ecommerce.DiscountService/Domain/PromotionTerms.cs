using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>All that staff say of a promotion. Amounts are minor units of its currency.</summary>
/// <param name="Name">For the shopper.</param>
/// <param name="CouponCode">In capitals; null for an automatic promotion.</param>
/// <param name="Currency">The only currency that it applies to; null for all.</param>
/// <param name="StartsAt">Not before; null for at once.</param>
/// <param name="EndsAt">Not from then on; null for open end.</param>
/// <param name="MinimumSpend">What the lines that it is for must cost at least, before discounts.</param>
/// <param name="CategoryIds">With <paramref name="ProductIds"/>, the lines that it is for; both empty for all.</param>
/// <param name="ProductIds">See <paramref name="CategoryIds"/>.</param>
/// <param name="Action">What it does.</param>
/// <param name="BasisPoints">Of a percentage: hundredths of a percent, 1 to 10,000.</param>
/// <param name="Amount">Of a fixed amount.</param>
/// <param name="TotalLimit">How often it can be redeemed; null for no limit.</param>
/// <param name="PerCustomerLimit">How often by one customer; null for no limit.</param>
/// <param name="Priority">The highest is tried first.</param>
/// <param name="Combinable">Whether it goes together with others that are combinable.</param>
internal sealed record PromotionTerms(
    string Name,
    string? CouponCode,
    Currency? Currency,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    long MinimumSpend,
    IReadOnlyList<Guid> CategoryIds,
    IReadOnlyList<Guid> ProductIds,
    PromotionAction Action,
    int BasisPoints,
    long Amount,
    int? TotalLimit,
    int? PerCustomerLimit,
    int Priority,
    bool Combinable);
