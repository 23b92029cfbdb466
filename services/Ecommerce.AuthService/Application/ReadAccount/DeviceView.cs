namespace Ecommerce.AuthService.Application.ReadAccount;

internal sealed record DeviceView(Guid Id, string? Name, string UserAgent, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt);
