using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Api;

/// <summary>Starts a promotion; see <see cref="PromotionTerms"/>.</summary>
internal sealed record CreatePromotionRequest(
    string Name,
    ActionRequest Action,
    string? CouponCode = null,
    string? Currency = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    long MinimumSpend = 0,
    IReadOnlyList<Guid>? CategoryIds = null,
    IReadOnlyList<Guid>? ProductIds = null,
    int? TotalLimit = null,
    int? PerCustomerLimit = null,
    int Priority = 0,
    bool Combinable = false)
{
    public PromotionTerms ToTerms() => new(
        Name.Trim(),
        CouponCode?.Trim().ToUpperInvariant(),
        Currency is null ? null : SharedKernel.Monetary.Currency.From(Currency),
        StartsAt?.ToUniversalTime(),
        EndsAt?.ToUniversalTime(),
        MinimumSpend,
        CategoryIds ?? [],
        ProductIds ?? [],
        Action.Type,
        Action.BasisPoints,
        Action.Amount,
        TotalLimit,
        PerCustomerLimit,
        Priority,
        Combinable);
}
