namespace Ecommerce.PaymentService.Domain;

/// <summary>What is to be done with a payment's money.</summary>
internal enum OperationKind
{
    Capture,
    Refund,

    /// <summary>Gives everything back: cancels a reservation, refunds what was captured.</summary>
    Void,
}
