using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application;

/// <summary>What staff look for.</summary>
/// <param name="Status">Only these; null for all.</param>
/// <param name="Text">In the name or the coupon code; null for any.</param>
internal sealed record PromotionSearch(PromotionStatus? Status, string? Text);
