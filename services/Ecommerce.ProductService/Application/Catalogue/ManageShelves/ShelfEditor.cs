using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Catalogue.ManageShelves;

/// <summary>What staff does with what products are sorted by: categories, brands and attributes.</summary>
internal sealed class ShelfEditor(ICatalogueStore store)
{
    public async Task<Result<Category>> CreateCategoryAsync(Guid id, Guid? parentId, string slug, string name, int position, CancellationToken cancellationToken)
    {
        if (await store.FindCategoryAsync(id, cancellationToken) is { } made)
        {
            return made;
        }

        var category = Category.Of(id, parentId, slug, name, position);
        store.Add(category);
        return await SavedAsync(category, cancellationToken);
    }

    public Task<Result<Category>> RenameCategoryAsync(Guid id, int? version, string slug, string name, int position, CancellationToken cancellationToken) =>
        ChangeAsync(store.FindCategoryAsync, CatalogueErrors.CategoryNotFound, id, version, category => category.Rename(slug, name, position), cancellationToken);

    public Task<Result<Category>> MoveCategoryAsync(Guid id, int? version, Guid? parentId, int position, CancellationToken cancellationToken) =>
        ChangeAsync(store.FindCategoryAsync, CatalogueErrors.CategoryNotFound, id, version, category => category.MoveTo(parentId, position), cancellationToken);

    public Task<Result> DeleteCategoryAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        DeleteAsync(store.FindCategoryAsync, CatalogueErrors.CategoryNotFound, id, version, cancellationToken);

    public async Task<Result<Brand>> CreateBrandAsync(Guid id, string slug, string name, CancellationToken cancellationToken)
    {
        if (await store.FindBrandAsync(id, cancellationToken) is { } made)
        {
            return made;
        }

        var brand = Brand.Of(id, slug, name);
        store.Add(brand);
        return await SavedAsync(brand, cancellationToken);
    }

    public Task<Result<Brand>> RenameBrandAsync(Guid id, int? version, string slug, string name, CancellationToken cancellationToken) =>
        ChangeAsync(store.FindBrandAsync, CatalogueErrors.BrandNotFound, id, version, brand => brand.Rename(slug, name), cancellationToken);

    public Task<Result> DeleteBrandAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        DeleteAsync(store.FindBrandAsync, CatalogueErrors.BrandNotFound, id, version, cancellationToken);

    public async Task<Result<AttributeDefinition>> CreateAttributeAsync(AttributeDefinition attribute, CancellationToken cancellationToken)
    {
        if (await store.FindAttributeAsync(attribute.Id, cancellationToken) is { } made)
        {
            return made;
        }

        store.Add(attribute);
        return await SavedAsync(attribute, cancellationToken);
    }

    public Task<Result<AttributeDefinition>> ChangeAttributeAsync(
        Guid id, int? version, string name, string? unit, string[] choices, bool isFilterable, int position, CancellationToken cancellationToken) =>
        ChangeAsync(
            store.FindAttributeAsync, CatalogueErrors.AttributeNotFound, id, version, attribute => attribute.Change(name, unit, choices, isFilterable, position), cancellationToken);

    public async Task<Result> DeleteAttributeAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        await store.FindAttributeAsync(id, cancellationToken) is { } attribute && await store.HasValuesAsync(attribute.Code, cancellationToken)
            ? CatalogueErrors.AttributeInUse
            : await DeleteAsync(store.FindAttributeAsync, CatalogueErrors.AttributeNotFound, id, version, cancellationToken);

    private async Task<Result<T>> ChangeAsync<T>(
        Func<Guid, CancellationToken, Task<T?>> find, Error notFound, Guid id, int? version, Action<T> change, CancellationToken cancellationToken)
        where T : SharedKernel.Domain.AggregateRoot<Guid>
    {
        var found = await find(id, cancellationToken);
        if (found is null)
        {
            return notFound;
        }

        if (version is { } known && known != found.Version)
        {
            return CatalogueErrors.Stale;
        }

        change(found);
        return await SavedAsync(found, cancellationToken);
    }

    private async Task<Result> DeleteAsync<T>(Func<Guid, CancellationToken, Task<T?>> find, Error notFound, Guid id, int? version, CancellationToken cancellationToken)
        where T : SharedKernel.Domain.AggregateRoot<Guid>
    {
        var found = await find(id, cancellationToken);
        if (found is null)
        {
            return notFound;
        }

        if (version is { } known && known != found.Version)
        {
            return CatalogueErrors.Stale;
        }

        store.Remove(found);
        return await store.SaveAsync(cancellationToken);
    }

    private async Task<Result<T>> SavedAsync<T>(T aggregate, CancellationToken cancellationToken)
    {
        var saved = await store.SaveAsync(cancellationToken);
        return saved.IsSuccess ? aggregate : saved.Error;
    }
}
