using System.Text.Json;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Inventory;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Reads from the database what the index is made of.</summary>
internal sealed class IndexSource(NpgsqlDataSource database)
{
    private const string Load = $"""
        SELECT p.id, p.name, p.description, b.name, b.slug, p.status, p.created_at, p.category_ids, p.attributes::text, v.skus, v.barcodes, v.options, v.in_stock,
               d.currencies, d.prices, COALESCE(r.average, 0), COALESCE(r.count, 0), x.skus, x.currencies, x.prices
        FROM unnest($1) AS wanted(id)
        JOIN products p ON p.id = wanted.id
        LEFT JOIN brands b ON b.id = p.brand_id
        LEFT JOIN product_ratings r ON r.product_id = p.id
        LEFT JOIN LATERAL (
          SELECT array_agg(w.sku) AS skus, array_agg(w.barcode) FILTER (WHERE w.barcode IS NOT NULL) AS barcodes, array_agg(w.options::text) AS options,
                 array_agg({StockViews.Available} > 0) AS in_stock
          FROM variants w WHERE w.product_id = p.id) v ON true
        LEFT JOIN LATERAL (
          SELECT array_agg(d.currency::text) AS currencies, array_agg(d.price_from) AS prices FROM product_documents d WHERE d.product_id = p.id) d ON true
        LEFT JOIN LATERAL (
          SELECT array_agg(w.sku) AS skus, array_agg(a.currency::text) AS currencies, array_agg(a.price) AS prices
          FROM unnest(v.skus) AS w(sku) CROSS JOIN LATERAL prices_at(w.sku, now()) AS a WHERE cardinality(v.skus) > 1) x ON true
        """;

    /// <summary>Which database it is: a copy under the same name is another one.</summary>
    public async Task<string> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT (SELECT id FROM search_source)::text || '-' || oid FROM pg_database WHERE datname = current_database()");
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The oldest transaction that may still be going on, and the next one that will begin: all before the first are done.</summary>
    public async Task<(long Oldest, long Next)> HorizonAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint FROM pg_current_snapshot() s");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The products after one, by id.</summary>
    public async Task<List<Guid>> IdsAsync(Guid after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT id FROM products WHERE id > $1 ORDER BY id LIMIT $2");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>(limit);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>What was changed by transactions from one on, after one change of it.</summary>
    public async Task<List<ProductChange>> ChangesAsync(long from, ProductChange? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            SELECT product_id, revision, transaction::text::bigint FROM product_changes
            WHERE transaction >= $1::text::xid8 AND (transaction, revision) > ($2::text::xid8, $3) ORDER BY transaction, revision LIMIT $4
            """);
        command.Parameters.Add(new() { Value = Text(from) });
        command.Parameters.Add(new() { Value = Text(after?.Transaction ?? 0) });
        command.Parameters.Add(new() { Value = after?.Revision ?? 0 });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var changes = new List<ProductChange>();
        while (await reader.ReadAsync(cancellationToken))
        {
            changes.Add(new ProductChange(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return changes;
    }

    /// <summary>Products that are there, in no order.</summary>
    public async Task<List<IndexedProduct>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Load);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var products = new List<IndexedProduct>(ids.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            products.Add(new IndexedProduct(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Text(reader, 3), Text(reader, 4), Enum.Parse<ProductStatus>(reader.GetString(5)),
                reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<Guid[]>(7), Values(reader.GetString(8)), [.. Array<string>(reader, 9), .. Array<string>(reader, 10)],
                Variants(reader), Array<string>(reader, 13), Array<long>(reader, 14), reader.GetDecimal(15), reader.GetInt32(16)));
        }

        return products;
    }

    public async Task<Shelves> ShelvesAsync(CancellationToken cancellationToken)
    {
        var categories = new List<Shelves.Shelf>();
        var brands = new Dictionary<string, string>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, Shelves.AttributeLabel>(StringComparer.Ordinal);
        await using (var command = database.CreateCommand("SELECT id, slug, name, path FROM categories"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                categories.Add(new Shelves.Shelf(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<Guid[]>(3)));
            }
        }

        await using (var command = database.CreateCommand("SELECT slug, name FROM brands"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                brands[reader.GetString(0)] = reader.GetString(1);
            }
        }

        await using (var command = database.CreateCommand("SELECT code, name, is_filterable, position FROM attributes"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                attributes[reader.GetString(0)] = new Shelves.AttributeLabel(reader.GetString(1), reader.GetBoolean(2), reader.GetInt32(3));
            }
        }

        return new Shelves(categories, brands, attributes);
    }

    // A variant by itself costs what its product does.
    private static IndexedVariant[] Variants(NpgsqlDataReader reader)
    {
        var (skus, options, inStock) = (Array<string>(reader, 9), Array<string>(reader, 11), Array<bool>(reader, 12));
        var (priced, currencies, prices) = (Array<string>(reader, 17), Array<string>(reader, 18), Array<long>(reader, 19));
        var bySku = Enumerable.Range(0, priced.Length).ToLookup(price => priced[price]);
        return [.. skus.Select((sku, variant) => new IndexedVariant(Values(options[variant]), inStock[variant], bySku[sku].ToDictionary(price => currencies[price], price => prices[price])))];
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static T[] Array<T>(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<T[]>(column);

    private static Dictionary<string, string> Values(string json) =>
        json == "{}" ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!;
}
