namespace Ecommerce.OrderService.Domain;

/// <summary>Where the money is.</summary>
internal enum OrderPaymentStatus
{
    None,
    Authorized,
    PartiallyPaid,
    Paid,
    PartiallyRefunded,
    Refunded,
    Voided,
    Failed,
}
