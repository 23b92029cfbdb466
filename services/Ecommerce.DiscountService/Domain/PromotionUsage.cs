namespace Ecommerce.DiscountService.Domain;

/// <summary>How often a limited promotion is held or redeemed, by all and by this customer, and what it took off, in minor units.</summary>
internal readonly record struct PromotionUsage(int Total, int ByCustomer, long Spent = 0);
