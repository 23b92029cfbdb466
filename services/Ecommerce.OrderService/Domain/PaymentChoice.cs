namespace Ecommerce.OrderService.Domain;

/// <summary>How the buyer pays.</summary>
/// <param name="PaymentId">Made with the order, so that paying twice is paying once.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Method">The provider's token for the buyer's method; never a card number.</param>
/// <param name="ReturnUrl">Where the buyer comes back to, or null.</param>
internal sealed record PaymentChoice(Guid PaymentId, string Provider, string Method, string? ReturnUrl);
