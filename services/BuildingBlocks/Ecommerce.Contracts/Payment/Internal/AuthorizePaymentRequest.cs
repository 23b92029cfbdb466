namespace Ecommerce.Contracts.Payment.Internal;

/// <summary>POST /internal/v1/payments → PaymentDto (200 also for a declined one: the outcome is in its status). GET /internal/v1/payments/{id} → PaymentDto. POST /internal/v1/payments/{id}/void → PaymentDto, harmless when repeated; refunds what was captured by setting.</summary>
/// <param name="PaymentId">Made by the order</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">For the statement.</param>
/// <param name="Amount">The order's total.</param>
/// <param name="Provider">stripe.</param>
/// <param name="Method">The provider's token, pm_card_visa for example</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">For the receipt.</param>
/// <param name="ReturnUrl">Where the buyer comes back to after 3-D Secure.</param>
public sealed record AuthorizePaymentRequest(
    Guid PaymentId,
    Guid OrderId,
    string OrderNumber,
    MoneyDto Amount,
    string Provider,
    string Method,
    Guid? CustomerId,
    string Email,
    string? ReturnUrl);
