using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Application.TryPromotion;

/// <summary>What became of a trial.</summary>
internal sealed record PromotionTrial(Promotion Promotion, Basket Basket, DiscountCalculation Calculation);
