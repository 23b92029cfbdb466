using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.PaymentService.Domain;

internal sealed record MoneyAuthorized(long Amount, DateTimeOffset At) : IDomainEvent;

internal sealed record MoneyCaptured(Guid RequestId, long Amount, long Total, DateTimeOffset At) : IDomainEvent;

internal sealed record MoneyRefunded(Guid RequestId, long Amount, long Total, DateTimeOffset At) : IDomainEvent;

internal sealed record AuthorizationVoided(DateTimeOffset At) : IDomainEvent;

internal sealed record AuthorizationFailed(string Code, DateTimeOffset At) : IDomainEvent;

internal sealed record RefundRefused(Guid RequestId, string Code, DateTimeOffset At) : IDomainEvent;
