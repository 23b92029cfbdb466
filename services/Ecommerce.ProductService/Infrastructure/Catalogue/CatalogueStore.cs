using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Contract = Ecommerce.Contracts.Product;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

internal sealed class CatalogueStore(ProductDbContext context, OutboxInterceptor outbox, TimeProvider clock) : ICatalogueStore
{
    public Task<Product?> FindProductAsync(Guid id, CancellationToken cancellationToken) =>
        context.Products.FirstOrDefaultAsync(product => product.Id == id, cancellationToken);

    public Task<Category?> FindCategoryAsync(Guid id, CancellationToken cancellationToken) =>
        context.Categories.FirstOrDefaultAsync(category => category.Id == id, cancellationToken);

    public Task<Brand?> FindBrandAsync(Guid id, CancellationToken cancellationToken) =>
        context.Brands.FirstOrDefaultAsync(brand => brand.Id == id, cancellationToken);

    public Task<AttributeDefinition?> FindAttributeAsync(Guid id, CancellationToken cancellationToken) =>
        context.Attributes.FirstOrDefaultAsync(attribute => attribute.Id == id, cancellationToken);

    public async Task<IReadOnlyList<AttributeDefinition>> FindAttributesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        await context.Attributes.AsNoTracking().Where(attribute => codes.Contains(attribute.Code)).ToListAsync(cancellationToken);

    public async Task<bool> HasValuesAsync(string attribute, CancellationToken cancellationToken) =>
        await context.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM products WHERE jsonb_exists(attributes, {attribute})) AS \"Value\"").SingleAsync(cancellationToken);

    public void Add(object aggregate) => context.Add(aggregate);

    public void Remove(object aggregate) => context.Remove(aggregate);

    public async Task<Result> SaveAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.DetectChanges();
        var entries = context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var isDelete = entries.Exists(entry => entry is { State: EntityState.Deleted, Entity: Category or Brand });
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (entries.Exists(entry => entry.Entity is Category))
            {
                // Before any row is locked: the triggers take it too, when the row is locked already.
                await context.Database.ExecuteSqlAsync($"SELECT lock_categories()", cancellationToken);
            }

            var products = entries.Select(entry => entry.Entity).OfType<Product>().Select(product => product.Id).ToArray();
            var brands = entries.Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity).OfType<Brand>().Select(brand => brand.Id).ToArray();
            var now = clock.GetUtcNow();
            foreach (var shelf in entries.Select(entry => entry.Entity).OfType<AggregateRoot<Guid>>())
            {
                if (KindOf(shelf) is { } kind)
                {
                    context.AddToOutbox(new Contract.ShelfChanged(shelf.Id, kind, now), now);
                }
            }

            await context.SaveChangesAsync(cancellationToken);
            if (products.Length > 0)
            {
                await context.Database.ExecuteSqlAsync($"SELECT touch_products({products})", cancellationToken);
            }

            if (brands.Length > 0)
            {
                outbox.Expect(context);
                await context.Database.ExecuteSqlAsync($"SELECT tell_products(ARRAY(SELECT id FROM products WHERE brand_id = ANY ({brands})), {now})", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException refused && RefusalOf(refused, isDelete) is not null)
        {
            return RefusalOf((PostgresException)exception.InnerException, isDelete)!;
        }
    }

    private static string? KindOf(AggregateRoot<Guid> aggregate) => aggregate switch
    {
        Category => "category",
        Brand => "brand",
        AttributeDefinition => "attribute",
        _ => null,
    };

    private static Error? RefusalOf(PostgresException refused, bool isDelete) => refused.ConstraintName switch
    {
        "pk_product_slugs" => CatalogueErrors.SlugTaken,
        "pk_variants" => CatalogueErrors.SkuTaken,
        "ux_variants_barcode" => CatalogueErrors.BarcodeTaken,
        "ex_scheduled_prices_overlap" => CatalogueErrors.SaleOverlaps,
        "fk_products_brands_brand_id" => isDelete ? CatalogueErrors.BrandInUse : CatalogueErrors.UnknownReference("brandId", "There is no such brand."),
        "fk_product_categories_category" => isDelete ? CatalogueErrors.CategoryInUse : CatalogueErrors.UnknownReference("categoryIds", "There is no such category."),
        "fk_categories_categories_parent_id" => isDelete ? CatalogueErrors.CategoryInUse : CatalogueErrors.CategoryNotFound,
        "ux_categories_slug" => CatalogueErrors.CategoryTaken,
        "ck_categories_cycle" => CatalogueErrors.CategoryCycle,
        "ck_categories_path" => CatalogueErrors.CategoryTooDeep,
        "ux_brands_slug" or "ux_brands_name" => CatalogueErrors.BrandTaken,
        "ux_attributes_code" => CatalogueErrors.AttributeTaken,
        _ => null,
    };
}
