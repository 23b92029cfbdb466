namespace Ecommerce.ProductService.Application.Import;

internal sealed record JsonPrice(long Amount, long? CompareAt);
