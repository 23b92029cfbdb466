using Ecommerce.Contracts.Product.Internal;

namespace Ecommerce.ProductService.Application.Catalogue;

/// <summary>Reads the catalogue as it is this moment; nothing is tracked.</summary>
internal interface ICatalogueReader
{
    /// <summary>An active product by a slug that it has or had, as JSON; null where there is none.</summary>
    Task<ProductPage?> FindAsync(string slug, string currency, CancellationToken cancellationToken);

    /// <summary>What lists show of products, as the elements of a JSON array in the order of the ids; those that are not shown any more are left out.</summary>
    Task<byte[]> ListAsync(IReadOnlyList<Guid> ids, string currency, CancellationToken cancellationToken);

    /// <summary>All categories, parents before children.</summary>
    Task<IReadOnlyList<CategoryItem>> ListCategoriesAsync(CancellationToken cancellationToken);

    /// <summary>Brands by name, after one.</summary>
    Task<IReadOnlyList<BrandItem>> ListBrandsAsync(string? afterName, int limit, CancellationToken cancellationToken);

    /// <summary>What products of any status are, for staff, in the order of the ids.</summary>
    Task<IReadOnlyList<StaffListItem>> ListForStaffAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<AttributeItem>> ListAttributesAsync(CancellationToken cancellationToken);

    /// <summary>What other services need to know of some articles, in one statement.</summary>
    Task<IReadOnlyList<VariantDto>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken);
}
