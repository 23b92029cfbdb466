namespace Ecommerce.UserService.Api;

internal sealed record IdCursor(Guid Id);
