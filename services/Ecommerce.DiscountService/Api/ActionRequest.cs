using Ecommerce.DiscountService.Domain;

namespace Ecommerce.DiscountService.Api;

/// <summary>What a promotion does.</summary>
/// <param name="Type">percentage, fixedAmount or freeShipping.</param>
/// <param name="BasisPoints">Of a percentage: hundredths of a percent, 1000 is 10 %.</param>
/// <param name="Amount">Of a fixed amount: minor units.</param>
internal sealed record ActionRequest(PromotionAction Type, int BasisPoints = 0, long Amount = 0);
