namespace Ecommerce.OrderService.Api;

/// <summary>How an order is paid.</summary>
/// <param name="Method">The provider's token for the buyer's method, <c>pm_card_visa</c> for example; never a card number.</param>
/// <param name="Provider">stripe where none is given.</param>
/// <param name="ReturnUrl">Where the buyer comes back to after 3-D Secure, or null.</param>
internal sealed record PaymentRequest(string Method, string Provider = "stripe", string? ReturnUrl = null);
