namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record StaffPriceResponse(string Currency, long Amount, long? CompareAt);
