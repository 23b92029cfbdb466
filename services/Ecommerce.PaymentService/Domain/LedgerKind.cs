namespace Ecommerce.PaymentService.Domain;

/// <summary>What a ledger entry records.</summary>
internal enum LedgerKind
{
    Authorized,
    Captured,
    Refunded,
    Voided,
}
