namespace Ecommerce.DiscountService.Domain;

/// <summary>How often a limited promotion is held or redeemed, by all and by this customer.</summary>
internal readonly record struct PromotionUsage(int Total, int ByCustomer);
