namespace Ecommerce.PaymentService.Domain;

/// <summary>Where a payment stands.</summary>
internal enum PaymentStatus
{
    /// <summary>The outcome is not known yet.</summary>
    Pending,
    RequiresAction,
    Authorized,
    PartiallyCaptured,
    Captured,
    PartiallyRefunded,
    Refunded,
    Voided,
    Failed,
}
