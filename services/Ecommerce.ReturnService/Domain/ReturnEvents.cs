using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ReturnService.Domain;

internal sealed record ReturnOpened(DateTimeOffset At) : IDomainEvent;

internal sealed record ReturnAccepted(string? LabelUrl, DateTimeOffset At) : IDomainEvent;

internal sealed record ReturnRefused(string Reason, DateTimeOffset At) : IDomainEvent;

internal sealed record GoodsReceived(DateTimeOffset At) : IDomainEvent;

internal sealed record GoodsRestocked(DateTimeOffset At) : IDomainEvent;

internal sealed record RefundDue(long Amount, DateTimeOffset At) : IDomainEvent;

internal sealed record RefundDone(DateTimeOffset At) : IDomainEvent;
