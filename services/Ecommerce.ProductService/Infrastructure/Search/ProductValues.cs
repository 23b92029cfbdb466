namespace Ecommerce.ProductService.Infrastructure.Search;

/// <param name="facets">The numbers of its facets' values.</param>
/// <param name="flags">Its status and what else is in the column.</param>
/// <param name="price">In the search's currency, from; less than 0 where it has none.</param>
internal readonly ref struct ProductValues(ReadOnlySpan<int> facets, byte flags, long price)
{
    public ReadOnlySpan<int> Facets { get; } = facets;

    public byte Flags { get; } = flags;

    public long Price { get; } = price;
}
