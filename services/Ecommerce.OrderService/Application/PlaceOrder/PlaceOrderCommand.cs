using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.OrderService.Application.PlaceOrder;

/// <summary>A buyer's wish to order a cart as it was shown.</summary>
/// <param name="OrderId">The id of the order to be; the same for each repetition of the request.</param>
/// <param name="MayHaveBegun">Whether an earlier repetition may have stored the order.</param>
/// <param name="CartId">The cart.</param>
/// <param name="CartVersion">The version that was shown.</param>
/// <param name="CartToken">A guest's secret of the cart, or null.</param>
/// <param name="CustomerId">The signed-in customer, or null.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="ExpectedTotal">The total that was shown.</param>
/// <param name="ShippingAddress">Where the goods go.</param>
/// <param name="BillingAddress">Where the invoice goes.</param>
/// <param name="ShippingMethod">The code of the chosen option.</param>
/// <param name="PaymentProvider">The provider's name.</param>
/// <param name="PaymentMethod">The provider's token.</param>
/// <param name="ReturnUrl">Where the buyer comes back to, or null.</param>
/// <param name="Actor">Who asks, for the history.</param>
internal sealed record PlaceOrderCommand(
    OrderId OrderId,
    bool MayHaveBegun,
    Guid CartId,
    int CartVersion,
    string? CartToken,
    Guid? CustomerId,
    string Email,
    string Locale,
    Money ExpectedTotal,
    PostalAddress ShippingAddress,
    PostalAddress BillingAddress,
    string ShippingMethod,
    string PaymentProvider,
    string PaymentMethod,
    string? ReturnUrl,
    string Actor);
