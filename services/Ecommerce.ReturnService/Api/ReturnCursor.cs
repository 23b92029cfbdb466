namespace Ecommerce.ReturnService.Api;

internal sealed record ReturnCursor(Guid Id);
