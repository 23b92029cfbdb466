using Ecommerce.Contracts;

namespace Ecommerce.OrderService.Api;

/// <summary>Orders a cart as it was shown.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="CartVersion">Its version when it was shown.</param>
/// <param name="ExpectedTotal">The total when it was shown.</param>
/// <param name="Email">Where messages go; needed of a guest, else the account's.</param>
/// <param name="Locale">BCP 47; en where none is given.</param>
/// <param name="ShippingAddress">Where the goods go.</param>
/// <param name="BillingAddress">Where the invoice goes; the shipping address where none is given.</param>
/// <param name="ShippingMethod">The code of one of the cart's shipping options.</param>
/// <param name="Payment">How it is paid.</param>
internal sealed record PlaceOrderRequest(
    Guid CartId,
    int CartVersion,
    MoneyDto ExpectedTotal,
    AddressDto ShippingAddress,
    string ShippingMethod,
    PaymentRequest Payment,
    string? Email = null,
    string? Locale = null,
    AddressDto? BillingAddress = null);
