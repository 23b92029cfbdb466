using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

internal sealed record AccountRegistered(DateTimeOffset At) : IDomainEvent;

internal sealed record AccountEmailVerified(DateTimeOffset At) : IDomainEvent;

internal sealed record AccountLoggedIn(Guid SessionId, string Device, DateTimeOffset At) : IDomainEvent;

internal sealed record AccountLoggedInOnNewDevice(Guid DeviceId, string Device, DateTimeOffset At) : IDomainEvent;

internal sealed record AccountRolesChanged(DateTimeOffset At) : IDomainEvent;
