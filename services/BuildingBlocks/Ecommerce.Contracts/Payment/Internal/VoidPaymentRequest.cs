namespace Ecommerce.Contracts.Payment.Internal;

/// <summary>POST /internal/v1/payments/{id}/void → PaymentDto. Harmless when repeated; refunds what was captured. A payment that was never begun is noted as voided, so that a late authorization is refused.</summary>
/// <param name="OrderId">The order that gives it up.</param>
/// <param name="Currency">ISO 4217, for a payment that was never begun.</param>
public sealed record VoidPaymentRequest(
    Guid OrderId,
    string Currency);
