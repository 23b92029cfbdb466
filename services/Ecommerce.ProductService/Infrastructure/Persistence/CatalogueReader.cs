using System.Globalization;
using System.Text;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Persistence;

internal sealed class CatalogueReader(ProductDbContext context, NpgsqlDataSource database) : ICatalogueReader
{
    private const string LookUp = """
        SELECT v.sku, p.id, p.category_ids, p.name, v.name, p.image_urls[1], price.amount, v.weight_grams,
               COALESCE(s.available, 0), p.status = 'Active' AND price.amount IS NOT NULL
        FROM variants v
        JOIN products p ON p.id = v.product_id
        LEFT JOIN variant_prices price ON price.sku = v.sku AND price.currency = $2
        LEFT JOIN sku_availability s ON s.sku = v.sku
        WHERE v.sku = ANY ($1)
        """;

    public async Task<IReadOnlyList<VariantDto>> LookUpAsync(IReadOnlyList<string> skus, string currency, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(LookUp);
        command.Parameters.Add(new() { Value = skus.ToArray() });
        command.Parameters.Add(new() { Value = currency });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
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

    public async Task<IReadOnlyList<ProductListItem>> SearchAsync(CatalogueQuery query, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = SearchSql(query, command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<ProductListItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(new ProductListItem(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), await TextAsync(reader, 4, cancellationToken),
                reader.GetInt64(5), reader.GetInt64(6), reader.GetDouble(7)));
        }

        return items;
    }

    public async Task<ProductDetail?> FindAsync(string slug, string currency, CancellationToken cancellationToken)
    {
        var product = await context.Products.AsNoTracking().AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Slug == slug && p.Status == ProductStatus.Active, cancellationToken);
        if (product is null)
        {
            return null;
        }

        var known = (await LookUpAsync([.. product.Variants.Select(variant => variant.Sku)], currency, cancellationToken)).ToDictionary(variant => variant.Sku);
        return new ProductDetail(
            product.Id, product.Slug, product.Name, product.Description, product.Brand, product.ImageUrls, product.CategoryIds,
            [
                .. product.Variants.OrderBy(variant => variant.Position).Select(variant => new VariantDetail(
                    variant.Sku, variant.Name, variant.Options, known[variant.Sku].IsActive ? known[variant.Sku].UnitPrice : null, variant.WeightGrams,
                    known[variant.Sku].Available)),
            ],
            product.Version);
    }

    public async Task<IReadOnlyList<CategoryItem>> ListCategoriesAsync(CancellationToken cancellationToken)
    {
        var categories = await context.Categories.AsNoTracking().OrderBy(category => category.Position).ThenBy(category => category.Name)
            .Select(category => new CategoryItem(
                category.Id, category.ParentId, category.Slug, category.Name,
                context.Products.Count(product => product.Status == ProductStatus.Active && product.CategoryIds.Contains(category.Id))))
            .ToListAsync(cancellationToken);
        var children = categories.ToLookup(category => category.ParentId);
        IEnumerable<CategoryItem> Below(Guid? parent) => children[parent].SelectMany(child => Below(child.Id).Prepend(child));
        return [.. Below(null)];
    }

    private static string SearchSql(CatalogueQuery query, NpgsqlParameterCollection parameters)
    {
        string Parameter(object value)
        {
            parameters.Add(new NpgsqlParameter { Value = value });
            return $"${parameters.Count}";
        }

        var currency = Parameter(query.Currency);
        var where = new StringBuilder("p.status = 'Active'");
        var relevance = "0";
        if (query.Text is { } text)
        {
            var words = Parameter(PrefixQuery(text));
            var raw = Parameter(text);

            // Whole and unfinished words by the text index, typing errors by trigrams, an article's own number exactly.
            relevance = $"(ts_rank(p.search_words, to_tsquery('english', {words})) + word_similarity({raw}, p.name) + CASE WHEN EXISTS (SELECT 1 FROM variants x WHERE x.product_id = p.id AND x.sku = {raw}) THEN 10 ELSE 0 END)";
            where.Append(CultureInfo.InvariantCulture, $" AND (p.search_words @@ to_tsquery('english', {words}) OR {raw} <% p.name OR p.id IN (SELECT x.product_id FROM variants x WHERE x.sku = {raw}))");
        }

        if (query.Category is { } category)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND p.category_ids @> ARRAY(SELECT c.id FROM categories c WHERE c.slug = {Parameter(category)}) AND EXISTS (SELECT 1 FROM categories c WHERE c.slug = {Parameter(category)})");
        }

        var key = query.Sort switch
        {
            CatalogueSort.Relevance => $"-{relevance}::float8",
            CatalogueSort.PriceAscending => "price.lowest::float8",
            CatalogueSort.PriceDescending => "-price.lowest::float8",
            CatalogueSort.Newest => "-extract(epoch FROM p.created_at)::float8",
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, "There is no such order."),
        };
        var outer = new StringBuilder("TRUE");
        if (query.MinPrice is { } least)
        {
            outer.Append(CultureInfo.InvariantCulture, $" AND price_from >= {Parameter(least)}");
        }

        if (query.MaxPrice is { } most)
        {
            outer.Append(CultureInfo.InvariantCulture, $" AND price_from <= {Parameter(most)}");
        }

        if (query.InStock)
        {
            outer.Append(" AND available > 0");
        }

        if (query is { AfterKey: { } afterKey, AfterId: { } afterId })
        {
            outer.Append(CultureInfo.InvariantCulture, $" AND (sort_key, id) > ({Parameter(afterKey)}, {Parameter(afterId)})");
        }

        return $"""
            SELECT id, slug, name, brand, image, price_from, available, sort_key FROM (
              SELECT p.id, p.slug, p.name, p.brand, p.image_urls[1] AS image, price.lowest AS price_from, price.available, {key} AS sort_key
              FROM products p
              CROSS JOIN LATERAL (
                SELECT min(vp.amount) AS lowest, COALESCE(sum(s.available), 0)::bigint AS available
                FROM variants v
                JOIN variant_prices vp ON vp.sku = v.sku AND vp.currency = {currency}
                LEFT JOIN sku_availability s ON s.sku = v.sku
                WHERE v.product_id = p.id) price
              WHERE {where} AND price.lowest IS NOT NULL) found
            WHERE {outer}
            ORDER BY sort_key, id
            LIMIT {Parameter(query.Limit)}
            """;
    }

    // Letters and digits only: nothing of the query language gets through.
    private static string PrefixQuery(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new string([.. word.Where(char.IsLetterOrDigit)]))
            .Where(word => word.Length > 0)
            .Take(10)
            .Select(word => word + ":*")
            .ToArray();
        return string.Join(" & ", words);
    }

    private static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken cancellationToken) =>
        await reader.IsDBNullAsync(column, cancellationToken) ? null : reader.GetString(column);
}
