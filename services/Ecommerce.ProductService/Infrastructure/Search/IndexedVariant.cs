namespace Ecommerce.ProductService.Infrastructure.Search;

/// <param name="Options">By name.</param>
/// <param name="InStock">Whether it can be bought now.</param>
/// <param name="Prices">By currency; those in which it is sold.</param>
internal sealed record IndexedVariant(IReadOnlyDictionary<string, string> Options, bool InStock, IReadOnlyDictionary<string, long> Prices);
