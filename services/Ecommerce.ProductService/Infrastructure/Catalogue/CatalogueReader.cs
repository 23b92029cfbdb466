using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

/// <summary>
/// Reads in one prepared statement each. What a shopper sees is composed by the database and goes through as bytes; prices are those of the
/// moment of reading.
/// </summary>
internal sealed class CatalogueReader(ProductDbContext context, NpgsqlDataSource database, TimeProvider clock) : ICatalogueReader
{
    // The sub-select hides from the planner how many there are: the plan is made once per connection. Planning takes longer than looking up.
    private const string LookUp = """
        SELECT v.sku, p.id, ARRAY(SELECT DISTINCT a FROM categories c CROSS JOIN unnest(c.path) AS a WHERE c.id = ANY (p.category_ids)), p.name, v.name,
               COALESCE((SELECT i.url FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id LIMIT 1), p.image_urls[1]),
               price.price, v.weight_grams, COALESCE((SELECT a.available FROM sku_availability a WHERE a.sku = v.sku), 0)::int,
               p.status = 'Active' AND price.price IS NOT NULL
        FROM unnest((SELECT $1)) AS wanted(sku)
        JOIN variants v ON v.sku = wanted.sku
        JOIN products p ON p.id = v.product_id
        LEFT JOIN LATERAL prices_at(v.sku, $3) AS price ON price.currency = $2
        """;

    private const string Detail = """
        SELECT p.slug, p.version, json_strip_nulls(json_build_object(
          'id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description, 'brand', COALESCE(b.name, ''), 'brandSlug', b.slug,
          'imageUrls', ARRAY(SELECT i.url FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id) || p.image_urls,
          'images', COALESCE((SELECT json_agg(json_build_object('id', i.id, 'url', i.url, 'alt', i.alt, 'sku', i.sku, 'width', i.width, 'height', i.height, 'renditions', i.renditions)
                     ORDER BY i.position, i.id) FROM product_images i WHERE i.product_id = p.id), '[]'),
          'categoryIds', ARRAY(SELECT DISTINCT a FROM categories c CROSS JOIN unnest(c.path) AS a WHERE c.id = ANY (p.category_ids)),
          'breadcrumbs', COALESCE((SELECT json_agg((SELECT json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) ORDER BY step.n)
                          FROM unnest(c.path) WITH ORDINALITY AS step(id, n) JOIN categories a ON a.id = step.id) ORDER BY c.path)
                          FROM categories c WHERE c.id = ANY (p.category_ids)), '[]'),
          'attributes', COALESCE((SELECT json_agg(json_build_object('code', d.code, 'name', d.name, 'type', lower(d.type), 'unit', d.unit, 'value', e.value) ORDER BY d.position, d.code)
                         FROM jsonb_each_text(p.attributes) AS e JOIN attributes d ON d.code = e.key), '[]'),
          'rating', (SELECT json_build_object('average', r.average, 'count', r.count) FROM product_ratings r WHERE r.product_id = p.id AND r.count > 0),
          'variants', COALESCE((SELECT json_agg(json_build_object(
              'sku', v.sku, 'barcode', v.barcode, 'name', v.name, 'options', v.options,
              'price', CASE WHEN x.price IS NOT NULL THEN json_build_object('amount', x.price, 'currency', $2) END,
              'compareAt', CASE WHEN x.compare_at IS NOT NULL THEN json_build_object('amount', x.compare_at, 'currency', $2) END,
              'saleEndsAt', to_char(x.sale_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'weightGrams', v.weight_grams,
              'dimensions', CASE WHEN v.length_mm IS NOT NULL THEN json_build_object('lengthMm', v.length_mm, 'widthMm', v.width_mm, 'heightMm', v.height_mm) END,
              'available', COALESCE((SELECT a.available FROM sku_availability a WHERE a.sku = v.sku), 0)) ORDER BY v.position, v.sku)
            FROM variants v LEFT JOIN LATERAL prices_at(v.sku, $3) AS x ON x.currency = $2 WHERE v.product_id = p.id), '[]')))::text
        FROM product_slugs s
        JOIN products p ON p.id = s.product_id AND p.status = 'Active'
        LEFT JOIN brands b ON b.id = p.brand_id
        WHERE s.slug = $1
        """;

    // A document whose prices have changed by the clock alone is composed anew on the spot.
    private const string List = """
        SELECT string_agg(CASE WHEN d.valid_until <= $3
                          THEN (SELECT c.body FROM compose_documents(ARRAY[d.product_id], $3) c WHERE c.currency = d.currency)
                          ELSE d.body END, ',' ORDER BY wanted.n)
        FROM unnest((SELECT $1)) WITH ORDINALITY AS wanted(id, n)
        JOIN product_documents d ON d.product_id = wanted.id AND d.currency = $2
        """;

    public async Task<IReadOnlyList<VariantDto>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database, LookUp, cancellationToken,
            new NpgsqlParameter<string[]> { TypedValue = [.. skus.Distinct()] }, Currency(currency), Now());
        await using var reader = await statement.Command.ExecuteReaderAsync(cancellationToken);
        var variants = new List<VariantDto>(skus.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            variants.Add(new VariantDto(
                reader.GetString(0),
                reader.GetGuid(1),
                reader.GetFieldValue<Guid[]>(2),
                reader.GetString(3),
                await TextAsync(reader, 4, cancellationToken),
                await TextAsync(reader, 5, cancellationToken),
                await reader.IsDBNullAsync(6, cancellationToken) ? 0 : reader.GetInt64(6),
                currency,
                reader.GetInt32(7),
                reader.GetInt32(8),
                reader.GetBoolean(9)));
        }

        return variants;
    }

    public async Task<ProductPage?> FindAsync(string slug, string currency, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database, Detail, cancellationToken, new NpgsqlParameter<string> { TypedValue = slug }, Currency(currency), Now());
        await using var reader = await statement.Command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ProductPage(reader.GetString(0), reader.GetInt32(1), await reader.GetFieldValueAsync<byte[]>(2, cancellationToken))
            : null;
    }

    public async Task<byte[]> ListAsync(IReadOnlyList<Guid> ids, string currency, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await using var statement = await PreparedStatement.OpenAsync(
            database, List, cancellationToken, new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }, Currency(currency), Now());
        await using var reader = await statement.Command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && !await reader.IsDBNullAsync(0, cancellationToken)
            ? await reader.GetFieldValueAsync<byte[]>(0, cancellationToken)
            : [];
    }

    public async Task<IReadOnlyList<CategoryItem>> ListCategoriesAsync(CancellationToken cancellationToken)
    {
        var categories = await context.Categories.AsNoTracking().OrderBy(category => category.Position).ThenBy(category => category.Name).ThenBy(category => category.Id)
            .Select(category => new CategoryItem(category.Id, category.ParentId, category.Slug, category.Name, category.Position, category.Path, category.Version))
            .ToListAsync(cancellationToken);
        var children = categories.ToLookup(category => category.ParentId);
        IEnumerable<CategoryItem> Below(Guid? parent) => children[parent].SelectMany(child => Below(child.Id).Prepend(child));
        return [.. Below(null)];
    }

#pragma warning disable CA1309 // It is the database that compares.
    public async Task<IReadOnlyList<BrandItem>> ListBrandsAsync(string? afterName, int limit, CancellationToken cancellationToken) =>
        await context.Brands.AsNoTracking().Where(brand => afterName == null || string.Compare(brand.Name, afterName) > 0).OrderBy(brand => brand.Name).Take(limit)
            .Select(brand => new BrandItem(brand.Id, brand.Slug, brand.Name, brand.Version)).ToListAsync(cancellationToken);
#pragma warning restore CA1309

    public async Task<IReadOnlyList<AttributeItem>> ListAttributesAsync(CancellationToken cancellationToken) =>
        await context.Attributes.AsNoTracking().OrderBy(attribute => attribute.Position).ThenBy(attribute => attribute.Code)
            .Select(attribute => new AttributeItem(
                attribute.Id, attribute.Code, attribute.Type, attribute.Name, attribute.Unit, attribute.Choices, attribute.IsFilterable, attribute.Position, attribute.Version))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<StaffListItem>> ListForStaffAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT p.id, p.slug, p.name, COALESCE(b.name, ''), p.status,
                   COALESCE((SELECT i.url FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id LIMIT 1), p.image_urls[1]),
                   (SELECT count(*) FROM variants v WHERE v.product_id = p.id)::int, p.created_at, p.version
            FROM unnest($1) WITH ORDINALITY AS wanted(id, n) JOIN products p ON p.id = wanted.id LEFT JOIN brands b ON b.id = p.brand_id ORDER BY wanted.n
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<StaffListItem>(ids.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(new StaffListItem(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Enum.Parse<ProductStatus>(reader.GetString(4)),
                await TextAsync(reader, 5, cancellationToken), reader.GetInt32(6), reader.GetFieldValue<DateTimeOffset>(7), reader.GetInt32(8)));
        }

        return items;
    }

    private static NpgsqlParameter<string> Currency(string currency) => new() { TypedValue = currency, DataTypeName = "character" };

    private NpgsqlParameter<DateTimeOffset> Now() => new() { TypedValue = clock.GetUtcNow() };

    private static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken cancellationToken) =>
        await reader.IsDBNullAsync(column, cancellationToken) ? null : reader.GetString(column);
}
