namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>One promotion of an order.</summary>
internal sealed class Redemption
{
    public required Guid OrderId { get; init; }

    public required Guid PromotionId { get; init; }

    public string? CouponCode { get; init; }

    public required long Amount { get; init; }
}
