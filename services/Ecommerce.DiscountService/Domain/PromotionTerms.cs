using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>All that staff say of a promotion. Amounts are minor units of its currency.</summary>
/// <param name="Name">For the shopper.</param>
/// <param name="Action">What it does.</param>
internal sealed record PromotionTerms(string Name, PromotionAction Action)
{
    /// <summary>In capitals; null for an automatic promotion and for one with generated coupons.</summary>
    public string? CouponCode { get; init; }

    /// <summary>Whether it takes one of the coupons that were generated for it.</summary>
    public bool GeneratedCoupons { get; init; }

    /// <summary>The only currency that it applies to; null for all.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Not before; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Not from then on; null for open end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>What the lines that it is for must cost at least, before discounts.</summary>
    public long MinimumSpend { get; init; }

    /// <summary>How many units the lines that it is for must have at least.</summary>
    public int MinimumQuantity { get; init; }

    /// <summary>With <see cref="ProductIds"/>, the lines that it is for; both empty for all.</summary>
    public IReadOnlyList<Guid> CategoryIds { get; init; } = [];

    /// <summary>See <see cref="CategoryIds"/>.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>The customers that it is for, in one of these groups; empty for all.</summary>
    public IReadOnlyList<string> CustomerGroups { get; init; } = [];

    /// <summary>Whether it is for customers who have not ordered yet.</summary>
    public bool FirstOrderOnly { get; init; }

    /// <summary>A share: hundredths of a percent, 1 to 10,000.</summary>
    public int BasisPoints { get; init; }

    /// <summary>An amount, or a price.</summary>
    public long Amount { get; init; }

    /// <summary>What it takes off an order at most; null for no limit.</summary>
    public long? MaximumDiscount { get; init; }

    public ActionDetails? Details { get; init; }

    /// <summary>How often it can be redeemed; null for no limit.</summary>
    public int? TotalLimit { get; init; }

    /// <summary>How often by one customer; null for no limit.</summary>
    public int? PerCustomerLimit { get; init; }

    /// <summary>What it takes off all orders together at most; null for no limit.</summary>
    public long? Budget { get; init; }

    /// <summary>The highest is tried first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether it goes together with others that are combinable.</summary>
    public bool Combinable { get; init; }

    /// <summary>Of the promotions of one group only one applies; null for none.</summary>
    public string? ExclusionGroup { get; init; }
}
