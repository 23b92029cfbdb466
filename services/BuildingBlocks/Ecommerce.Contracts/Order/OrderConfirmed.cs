namespace Ecommerce.Contracts.Order;

/// <summary>An order is paid for (authorized) and binding: stock and redemptions are to be committed, the cart is done, goods are to be shipped.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CartId">The cart that it came from.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Lines">As sold.</param>
/// <param name="Totals">What it comes to.</param>
/// <param name="ShippingAddress">Where it goes.</param>
/// <param name="ShippingMethod">Code of the method.</param>
/// <param name="ShippingMethodName">Name of the method.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="CouponCodes">Redeemed.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
[IntegrationEvent("order.confirmed.v1")]
public sealed record OrderConfirmed(
    Guid OrderId,
    string OrderNumber,
    Guid CartId,
    Guid? CustomerId,
    string Email,
    string Locale,
    IReadOnlyList<OrderLineDto> Lines,
    OrderTotalsDto Totals,
    AddressDto ShippingAddress,
    string ShippingMethod,
    string ShippingMethodName,
    Guid PaymentId,
    IReadOnlyList<string> CouponCodes,
    DateTimeOffset ConfirmedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
