namespace Ecommerce.DiscountService.Api;

internal sealed record PromotionCursor(Guid Id);
