namespace Ecommerce.ProductService.Application.Search;

/// <param name="From">Minor units, included.</param>
/// <param name="To">Minor units, included; null for the last band.</param>
/// <param name="Count">How many products of the filtered set cost that, the price's own filter left out.</param>
internal sealed record PriceBand(long From, long? To, int Count);
