using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ShippingService.Domain;

internal sealed record ShipmentLeft(DateTimeOffset At) : IDomainEvent;

internal sealed record ShipmentMoved(ShipmentStatus Status, string? Detail, DateTimeOffset At) : IDomainEvent;

internal sealed record ShipmentArrived(DateTimeOffset At) : IDomainEvent;
