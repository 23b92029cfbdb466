using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>What the index takes of a product.</summary>
internal sealed record IndexedProduct(
    Guid Id, string Name, string Description, string? Brand, string? BrandSlug, ProductStatus Status, DateTimeOffset CreatedAt, Guid[] CategoryIds,
    Dictionary<string, string> Attributes, string[] Codes, IReadOnlyList<KeyValuePair<string, string>> Options, bool InStock, string[] Currencies, long[] Prices,
    decimal Rating, int Ratings);
