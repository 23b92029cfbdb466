using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Api;

/// <summary>A promotion as staff see it; amounts are minor units of its currency.</summary>
internal sealed record PromotionResponse(
    Guid Id,
    string Name,
    string? CouponCode,
    string? Currency,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    long MinimumSpend,
    IReadOnlyList<Guid> CategoryIds,
    IReadOnlyList<Guid> ProductIds,
    ActionRequest Action,
    int? TotalLimit,
    int? PerCustomerLimit,
    int Priority,
    bool Combinable,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeactivatedAt)
{
    public static PromotionResponse Of(Promotion promotion) => new(
        promotion.Id.Value,
        promotion.Name,
        promotion.CouponCode,
        promotion.Currency?.Code,
        promotion.StartsAt,
        promotion.EndsAt,
        promotion.MinimumSpend,
        promotion.CategoryIds,
        promotion.ProductIds,
        new ActionRequest(promotion.Action, promotion.BasisPoints, promotion.Amount),
        promotion.TotalLimit,
        promotion.PerCustomerLimit,
        promotion.Priority,
        promotion.Combinable,
        promotion.IsActive,
        promotion.CreatedAt,
        promotion.DeactivatedAt);
}
