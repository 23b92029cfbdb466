using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.OrderService.Application;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Api;

/// <summary>An order as its buyer sees it.</summary>
internal sealed record OrderResponse(
    Guid Id,
    string Number,
    OrderStatus Status,
    OrderPaymentStatus PaymentStatus,
    FulfilmentStatus FulfilmentStatus,
    string Email,
    IReadOnlyList<OrderLineDto> Lines,
    OrderTotalsDto Totals,
    AddressDto ShippingAddress,
    AddressDto BillingAddress,
    ShippingMethodResponse ShippingMethod,
    IReadOnlyList<DiscountResponse> Discounts,
    NextActionResponse? NextAction,
    string? FailureCode,
    DateTimeOffset PlacedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? DeliveredAt,
    string? AccessToken)
{
    /// <param name="order">The order.</param>
    /// <param name="accessToken">For a guest, who reads the order with it later; else null.</param>
    public static OrderResponse Of(Order order, string? accessToken) => new(
        order.Id.Value,
        order.Number,
        order.Status,
        order.PaymentStatus,
        order.FulfilmentStatus,
        order.Email,
        order.LinesToDto(),
        order.TotalsToDto(),
        order.ShippingAddress.ToDto(),
        order.BillingAddress.ToDto(),
        new ShippingMethodResponse(order.ShippingChoice.Code, order.ShippingChoice.Name),
        [.. order.Discounts.Select(discount => new DiscountResponse(discount.CouponCode, discount.Name, discount.Amount))],
        order.NextActionUrl is { } url ? new NextActionResponse("redirect", url) : null,
        order.FailureCode,
        order.PlacedAt,
        order.ConfirmedAt,
        order.DeliveredAt,
        accessToken);
}
