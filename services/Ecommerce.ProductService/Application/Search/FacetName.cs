namespace Ecommerce.ProductService.Application.Search;

/// <param name="Kind">What sort of facet.</param>
/// <param name="Key">The attribute's code or the option's name; empty for categories and brands, whose values are slugs.</param>
internal readonly record struct FacetName(FacetKind Kind, string Key)
{
    public static readonly FacetName Category = new(FacetKind.Category, "");
    public static readonly FacetName Brand = new(FacetKind.Brand, "");
}
