using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Catalogue;

/// <summary>The catalogue as it is changed. What is found is tracked; one save a use case.</summary>
internal interface ICatalogueStore
{
    Task<Product?> FindProductAsync(Guid id, CancellationToken cancellationToken);

    Task<Category?> FindCategoryAsync(Guid id, CancellationToken cancellationToken);

    Task<Brand?> FindBrandAsync(Guid id, CancellationToken cancellationToken);

    Task<AttributeDefinition?> FindAttributeAsync(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<AttributeDefinition>> FindAttributesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    Task<bool> HasValuesAsync(string attribute, CancellationToken cancellationToken);

    void Add(object aggregate);

    void Remove(object aggregate);

    /// <summary>Stores what was changed and, in the same transaction, the shown form of the products that it changes.</summary>
    /// <returns>A refusal where one of the database's own rules refuses it.</returns>
    Task<Result> SaveAsync(CancellationToken cancellationToken);
}
