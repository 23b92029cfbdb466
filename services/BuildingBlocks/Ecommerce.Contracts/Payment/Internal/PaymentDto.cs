namespace Ecommerce.Contracts.Payment.Internal;

/// <summary>A payment.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Status">pending (outcome not known yet), requiresAction, authorized, captured, partiallyRefunded, refunded, voided or failed.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="Captured">So far.</param>
/// <param name="Refunded">So far.</param>
/// <param name="NextActionUrl">Where the buyer must go, or null.</param>
/// <param name="FailureCode">Stable code, or null.</param>
public sealed record PaymentDto(
    Guid PaymentId,
    Guid OrderId,
    string Status,
    MoneyDto Amount,
    MoneyDto Captured,
    MoneyDto Refunded,
    string? NextActionUrl,
    string? FailureCode);
