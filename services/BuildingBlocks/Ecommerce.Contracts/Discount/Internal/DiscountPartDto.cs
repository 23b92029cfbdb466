namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>What one promotion takes off a line.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Amount">Minor units.</param>
public sealed record DiscountPartDto(
    Guid PromotionId,
    long Amount);
