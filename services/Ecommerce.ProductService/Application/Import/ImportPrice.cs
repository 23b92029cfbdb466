namespace Ecommerce.ProductService.Application.Import;

/// <summary>Minor units.</summary>
internal readonly record struct ImportPrice(string Currency, long Amount, long? CompareAt);
