using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Catalogue.ManageProducts;

/// <summary>What staff does with products. A version, where one is given, has to be the present one.</summary>
internal sealed class ProductEditor(ICatalogueStore store, TimeProvider clock)
{
    public async Task<Result<Product>> CreateAsync(Guid id, ProductData data, IReadOnlyList<VariantData> variants, CancellationToken cancellationToken)
    {
        // Under a key, what crashed after its commit is there already.
        if (await store.FindProductAsync(id, cancellationToken) is { } made)
        {
            return made;
        }

        if (await UnknownAttributeAsync(data.Attributes, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var now = clock.GetUtcNow();
        var product = Product.Create(id, SlugOf(data, id), data.Name, data.Description, data.BrandId, data.CategoryIds, data.ImageUrls, [], now);
        product.Describe(product.Slug, data.Name, data.Description, data.BrandId, data.CategoryIds, data.Attributes, data.ImageUrls, now);
        foreach (var variant in variants)
        {
            if (Put(product, variant, now) is { IsSuccess: false, Error: { } refusal })
            {
                return refusal;
            }
        }

        store.Add(product);
        return await SavedAsync(product, cancellationToken);
    }

    public Task<Result<Product>> DescribeAsync(Guid id, int? version, ProductData data, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, async (product, now) =>
        {
            if (await UnknownAttributeAsync(data.Attributes, cancellationToken) is { } unknown)
            {
                return unknown;
            }

            product.Describe(data.Slug ?? product.Slug, data.Name, data.Description, data.BrandId, data.CategoryIds, data.Attributes, data.ImageUrls, now);
            return Result.Success;
        }, cancellationToken);

    public Task<Result<Product>> ActivateAsync(Guid id, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => product.Activate(now), cancellationToken);

    public Task<Result<Product>> ArchiveAsync(Guid id, int? version, CancellationToken cancellationToken) => ChangeAsync(id, version, (product, now) =>
    {
        product.Archive(now);
        return Result.Success;
    }, cancellationToken);

    public Task<Result<Product>> PutVariantAsync(Guid id, int? version, VariantData variant, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => Put(product, variant, now), cancellationToken);

    public Task<Result<Product>> RemoveVariantAsync(Guid id, int? version, string sku, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => product.RemoveVariant(sku, now), cancellationToken);

    public Task<Result<Product>> SetPriceAsync(Guid id, int? version, string sku, PriceData price, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => product.SetPrice(sku, price.Currency, price.Amount, price.CompareAt, now), cancellationToken);

    public Task<Result<Product>> RemovePriceAsync(Guid id, int? version, string sku, string currency, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => product.RemovePrice(sku, currency, now), cancellationToken);

    public Task<Result<Product>> ScheduleSaleAsync(Guid id, int? version, string sku, ScheduledPrice sale, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) =>
            product.Find(sku)?.Sales.Any(known => known.Id == sale.Id) == true ? Result.Success : product.ScheduleSale(sku, sale, now), cancellationToken);

    public Task<Result<Product>> CancelSaleAsync(Guid id, int? version, string sku, Guid saleId, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => product.CancelSale(sku, saleId, now), cancellationToken);

    public async Task<Result> DeleteAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        var product = await store.FindProductAsync(id, cancellationToken);
        if (product is null)
        {
            return ProductErrors.NotFound;
        }

        if (version is { } known && known != product.Version)
        {
            return CatalogueErrors.Stale;
        }

        if (product.ActivatedAt is not null)
        {
            return CatalogueErrors.WasOnSale;
        }

        store.Remove(product);
        return await store.SaveAsync(cancellationToken);
    }

    private static Result Put(Product product, VariantData variant, DateTimeOffset now)
    {
        var put = product.PutVariant(variant.Sku, variant.Barcode, variant.Options, variant.WeightGrams, variant.Dimensions, variant.Position, now);
        foreach (var price in put.IsSuccess ? variant.Prices : [])
        {
            product.SetPrice(variant.Sku, price.Currency, price.Amount, price.CompareAt, now);
        }

        return put;
    }

    // A name that no letter of ASCII spells has the id in its address.
    private static string SlugOf(ProductData data, Guid id) => data.Slug ?? (Slug.Of(data.Name) is { Length: > 0 } slug ? slug : id.ToString());

    private Task<Result<Product>> ChangeAsync(Guid id, int? version, Func<Product, DateTimeOffset, Result> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, (product, now) => Task.FromResult(change(product, now)), cancellationToken);

    private async Task<Result<Product>> ChangeAsync(Guid id, int? version, Func<Product, DateTimeOffset, Task<Result>> change, CancellationToken cancellationToken)
    {
        var product = await store.FindProductAsync(id, cancellationToken);
        if (product is null)
        {
            return ProductErrors.NotFound;
        }

        if (version is { } known && known != product.Version)
        {
            return CatalogueErrors.Stale;
        }

        var changed = await change(product, clock.GetUtcNow());
        return changed.IsSuccess ? await SavedAsync(product, cancellationToken) : changed.Error;
    }

    private async Task<Result<Product>> SavedAsync(Product product, CancellationToken cancellationToken)
    {
        var saved = await store.SaveAsync(cancellationToken);
        return saved.IsSuccess ? product : saved.Error;
    }

    private async Task<Error?> UnknownAttributeAsync(Dictionary<string, string> attributes, CancellationToken cancellationToken)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        var known = (await store.FindAttributesAsync(attributes.Keys, cancellationToken)).ToDictionary(attribute => attribute.Code);
        var wrong = attributes.FirstOrDefault(value => !known.TryGetValue(value.Key, out var definition) || !definition.Takes(value.Value));
        return wrong.Key is null ? null
            : CatalogueErrors.UnknownReference($"attributes.{wrong.Key}", known.ContainsKey(wrong.Key) ? "The attribute does not take this value." : "There is no such attribute.");
    }
}
