namespace Ecommerce.DiscountService.Api;

internal sealed record IdCursor(Guid Id);
