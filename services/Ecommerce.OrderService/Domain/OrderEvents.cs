using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.OrderService.Domain;

internal sealed record OrderConfirmed(DateTimeOffset At) : IDomainEvent;

/// <summary>The order is dead and holds neither money nor goods: told only after everything is given back.</summary>
internal sealed record OrderReleased(DateTimeOffset At, bool WasConfirmed, string Reason) : IDomainEvent;

internal sealed record CaptureDue(Guid RequestId, long Amount, DateTimeOffset At) : IDomainEvent;

internal sealed record OrderCompleted(DateTimeOffset At) : IDomainEvent;
