namespace Ecommerce.UserService.Api;

internal sealed record ActivityResponse(Guid Id, DateTimeOffset At, string What, string? Reference);
