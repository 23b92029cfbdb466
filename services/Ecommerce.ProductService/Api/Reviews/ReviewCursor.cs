namespace Ecommerce.ProductService.Api.Reviews;

internal sealed record ReviewCursor(int Key, Guid Id);
