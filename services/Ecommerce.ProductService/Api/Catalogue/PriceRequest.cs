namespace Ecommerce.ProductService.Api.Catalogue;

/// <param name="Amount">Minor units, while no sale is on.</param>
/// <param name="CompareAt">The higher price that it is shown against, or null.</param>
internal sealed record PriceRequest(long Amount, long? CompareAt);
