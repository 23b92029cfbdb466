namespace Ecommerce.UserService.Api;

internal sealed record ActivityCursor(DateTimeOffset At, Guid Id);
