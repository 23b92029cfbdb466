namespace Ecommerce.DiscountService.Api;

internal sealed record NameCursor(string Name);
