using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>What is to be discounted. Amounts are minor units.</summary>
internal sealed record Basket(Currency Currency, IReadOnlyList<BasketLine> Lines, long Shipping, IReadOnlyList<string> CouponCodes);
