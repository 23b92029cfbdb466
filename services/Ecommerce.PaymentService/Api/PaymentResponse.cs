using Ecommerce.Contracts;
using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Api;

/// <summary>A payment as support sees it.</summary>
internal sealed record PaymentResponse(
    Guid Id,
    Guid OrderId,
    string OrderNumber,
    PaymentStatus Status,
    MoneyDto Amount,
    MoneyDto Captured,
    MoneyDto Refunded,
    string Provider,
    string? ProviderReference,
    string? FailureCode,
    DateTimeOffset CreatedAt,
    IReadOnlyList<LedgerEntryResponse> Ledger)
{
    public static PaymentResponse Of(Payment payment) => new(
        payment.Id.Value,
        payment.OrderId,
        payment.OrderNumber,
        payment.Status,
        payment.MoneyOf(payment.Amount),
        payment.MoneyOf(payment.CapturedTotal),
        payment.MoneyOf(payment.RefundedTotal),
        payment.Provider,
        payment.ProviderReference,
        payment.FailureCode,
        payment.CreatedAt,
        [
            .. payment.Ledger.OrderBy(entry => entry.Id).Select(entry => new LedgerEntryResponse(
                entry.Kind, payment.MoneyOf(entry.Amount), entry.RequestId, entry.ProviderReference, entry.At)),
        ]);
}
