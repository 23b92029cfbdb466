namespace Ecommerce.DiscountService.Application.Redeem;

/// <summary>What an order wants to redeem.</summary>
internal sealed record Reservation(Guid OrderId, IReadOnlyList<string> CustomerKeys, IReadOnlyList<ReservedDiscount> Discounts, DateTimeOffset ExpiresAt);
