namespace Ecommerce.NotificationService.Api;

internal sealed record NotificationCursor(Guid Id);
