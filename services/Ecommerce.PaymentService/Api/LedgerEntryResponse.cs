using Ecommerce.Contracts;
using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Api;

internal sealed record LedgerEntryResponse(LedgerKind Kind, MoneyDto Amount, Guid RequestId, string? ProviderReference, DateTimeOffset At);
