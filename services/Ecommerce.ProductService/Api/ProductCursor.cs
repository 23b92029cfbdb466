namespace Ecommerce.ProductService.Api;

internal sealed record ProductCursor(double Key, Guid Id);
