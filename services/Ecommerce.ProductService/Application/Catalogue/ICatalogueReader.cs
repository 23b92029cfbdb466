using Ecommerce.Contracts.Product.Internal;

namespace Ecommerce.ProductService.Application.Catalogue;

/// <summary>Reads the catalogue; nothing is tracked.</summary>
internal interface ICatalogueReader
{
    /// <summary>A page of active products.</summary>
    Task<IReadOnlyList<ProductListItem>> SearchAsync(CatalogueQuery query, CancellationToken cancellationToken);

    /// <summary>An active product by its slug, or null.</summary>
    Task<ProductDetail?> FindAsync(string slug, string currency, CancellationToken cancellationToken);

    Task<IReadOnlyList<CategoryItem>> ListCategoriesAsync(CancellationToken cancellationToken);

    /// <summary>What other services need to know of some articles, in one statement.</summary>
    Task<IReadOnlyList<VariantDto>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken);
}
