using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion as staff see it; amounts are minor units of its currency.</summary>
internal sealed record PromotionResponse(
    Guid Id,
    int Version,
    PromotionStatus Status,
    string Name,
    string? CouponCode,
    bool GeneratedCoupons,
    string? Currency,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    long MinimumSpend,
    int MinimumQuantity,
    IReadOnlyList<Guid> CategoryIds,
    IReadOnlyList<Guid> ProductIds,
    IReadOnlyList<string> CustomerGroups,
    bool FirstOrderOnly,
    ActionRequest Action,
    int? TotalLimit,
    int? PerCustomerLimit,
    long? Budget,
    int Priority,
    bool Combinable,
    string? ExclusionGroup,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ActivatedAt,
    DateTimeOffset? EndedAt)
{
    public static PromotionResponse Of(Promotion promotion) => new(
        promotion.Id.Value,
        promotion.Version,
        promotion.Status,
        promotion.Name,
        promotion.CouponCode,
        promotion.GeneratedCoupons,
        promotion.Currency?.Code,
        promotion.StartsAt,
        promotion.EndsAt,
        promotion.MinimumSpend,
        promotion.MinimumQuantity,
        promotion.CategoryIds,
        promotion.ProductIds,
        promotion.CustomerGroups,
        promotion.FirstOrderOnly,
        ActionRequest.Of(promotion),
        promotion.TotalLimit,
        promotion.PerCustomerLimit,
        promotion.Budget,
        promotion.Priority,
        promotion.Combinable,
        promotion.ExclusionGroup,
        promotion.CreatedAt,
        promotion.ActivatedAt,
        promotion.EndedAt);
}
