namespace Ecommerce.ProductService.Application.Catalogue.ManageProducts;

internal sealed record PriceData(string Currency, long Amount, long? CompareAt);
