namespace Ecommerce.AuthService.Application.ReadAccount;

internal sealed record SessionView(
    Guid Id, Guid DeviceId, string? DeviceName, string Device, string[] Methods, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);
