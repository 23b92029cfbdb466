using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Api;

/// <summary>The terms of a promotion; see <see cref="PromotionTerms"/>.</summary>
/// <remarks>Activate: whether a new one starts at once instead of being a draft.</remarks>
internal sealed record PromotionRequest(
    string Name,
    ActionRequest Action,
    string? CouponCode = null,
    bool GeneratedCoupons = false,
    string? Currency = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    long MinimumSpend = 0,
    int MinimumQuantity = 0,
    IReadOnlyList<Guid>? CategoryIds = null,
    IReadOnlyList<Guid>? ProductIds = null,
    IReadOnlyList<string>? CustomerGroups = null,
    bool FirstOrderOnly = false,
    int? TotalLimit = null,
    int? PerCustomerLimit = null,
    long? Budget = null,
    int Priority = 0,
    bool Combinable = false,
    string? ExclusionGroup = null,
    bool Activate = false)
{
    public PromotionTerms ToTerms() => new(Name.Trim(), Action.Type)
    {
        CouponCode = CouponCode?.Trim().ToUpperInvariant(),
        GeneratedCoupons = GeneratedCoupons,
        Currency = Currency is null ? null : SharedKernel.Monetary.Currency.From(Currency),
        StartsAt = StartsAt?.ToUniversalTime(),
        EndsAt = EndsAt?.ToUniversalTime(),
        MinimumSpend = MinimumSpend,
        MinimumQuantity = MinimumQuantity,
        CategoryIds = CategoryIds ?? [],
        ProductIds = ProductIds ?? [],
        CustomerGroups = CustomerGroups ?? [],
        FirstOrderOnly = FirstOrderOnly,
        BasisPoints = Action.BasisPoints,
        Amount = Action.Amount,
        MaximumDiscount = Action.MaximumDiscount,
        Details = Action.ToDetails(),
        TotalLimit = TotalLimit,
        PerCustomerLimit = PerCustomerLimit,
        Budget = Budget,
        Priority = Priority,
        Combinable = Combinable,
        ExclusionGroup = ExclusionGroup,
    };
}
