using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>What the index takes of a product.</summary>
internal sealed record IndexedProduct(
    Guid Id, string Name, string Description, string? Brand, string? BrandSlug, ProductStatus Status, DateTimeOffset CreatedAt, Guid[] CategoryIds,
    Dictionary<string, string> Attributes, string[] Codes, IReadOnlyList<IndexedVariant> Variants, string[] Currencies, long[] Prices, decimal Rating, int Ratings)
{
    public bool InStock => Variants.Any(variant => variant.InStock);

    /// <summary>Of all its variants, each once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options => [.. Variants.SelectMany(variant => variant.Options).Distinct()];
}
