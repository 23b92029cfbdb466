using System.Text.Json;
using Ecommerce.Messaging;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Import;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Contract = Ecommerce.Contracts.Product;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>
/// Stores a batch of lines in one transaction: what is there is looked up by handle, number and barcode, what cannot be is refused, and the rest
/// goes by COPY into a staging table and from there set by set into products, variants and prices. The same lines again change nothing.
/// </summary>
internal sealed class ImportBatch(ProductDbContext context, IOptions<ImportSettings> settings, TimeProvider clock)
{
    private const string Stage = """
        CREATE TEMP TABLE import_products (id uuid, is_new boolean, slug varchar(200), name varchar(300), description varchar(10000), brand_id uuid, category_ids uuid[], attributes jsonb,
          image_urls text[], status varchar(10)) ON COMMIT DROP;
        CREATE TEMP TABLE import_variants (sku varchar(64), product_id uuid, barcode varchar(64), name varchar(300), options jsonb, weight_grams int, length_mm int, width_mm int,
          height_mm int, position int) ON COMMIT DROP;
        CREATE TEMP TABLE import_prices (sku varchar(64), currency char(3), amount bigint, compare_at bigint) ON COMMIT DROP;
        """;

    private const string Merge = """
        INSERT INTO products (id, slug, name, description, brand_id, status, category_ids, attributes, image_urls, created_at, activated_at, version)
          SELECT id, slug, name, COALESCE(description, ''), brand_id, COALESCE(status, 'Draft'), COALESCE(category_ids, '{}'), COALESCE(attributes, '{}'), COALESCE(image_urls, '{}'),
                 $1, CASE WHEN status = 'Active' THEN $1 END, 1
          FROM import_products WHERE is_new;
        UPDATE products p SET name = COALESCE(s.name, p.name), description = COALESCE(s.description, p.description), brand_id = COALESCE(s.brand_id, p.brand_id),
            status = COALESCE(s.status, p.status), category_ids = COALESCE(s.category_ids, p.category_ids), attributes = COALESCE(s.attributes, p.attributes),
            image_urls = COALESCE(s.image_urls, p.image_urls), activated_at = COALESCE(p.activated_at, CASE WHEN s.status = 'Active' THEN $1 END), version = p.version + 1
          FROM import_products s WHERE NOT s.is_new AND s.id = p.id;
        INSERT INTO variants AS v (sku, product_id, barcode, name, options, weight_grams, length_mm, width_mm, height_mm, position)
          SELECT sku, product_id, barcode, name, options, weight_grams, length_mm, width_mm, height_mm, position FROM import_variants
          ON CONFLICT (sku) DO UPDATE SET barcode = EXCLUDED.barcode, name = EXCLUDED.name, options = EXCLUDED.options, weight_grams = EXCLUDED.weight_grams,
            length_mm = EXCLUDED.length_mm, width_mm = EXCLUDED.width_mm, height_mm = EXCLUDED.height_mm;
        """;

    private const string Drops = """
        SELECT s.sku, v.product_id, p.amount, s.amount, s.currency FROM import_prices s JOIN variant_prices p ON p.sku = s.sku AND p.currency = s.currency JOIN variants v ON v.sku = s.sku
        JOIN products o ON o.id = v.product_id AND o.status = 'Active'
        WHERE s.amount < p.amount AND NOT EXISTS (
          SELECT FROM scheduled_prices x WHERE x.sku = s.sku AND x.currency = s.currency AND x.starts_at <= $1 AND (x.ends_at IS NULL OR x.ends_at > $1))
        """;

    private const string MergePrices = """
        INSERT INTO variant_prices AS p (sku, currency, amount, compare_at) SELECT sku, currency, amount, compare_at FROM import_prices
          ON CONFLICT (sku, currency) DO UPDATE SET amount = EXCLUDED.amount, compare_at = EXCLUDED.compare_at
        """;

    private NpgsqlConnection _connection = null!;
    private NpgsqlTransaction _transaction = null!;

    /// <returns>False where the job has another worker now: nothing is stored.</returns>
    public async Task<bool> StoreAsync(ImportLease lease, List<ImportRow> rows, IReadOnlyCollection<ImportRefusal> unread, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        _connection = (NpgsqlConnection)context.Database.GetDbConnection();
        _transaction = (NpgsqlTransaction)transaction.GetDbTransaction();
        var refusals = new Dictionary<long, ImportRefusal>(unread.Select(refusal => KeyValuePair.Create(refusal.Line, refusal)));
        var attributes = await context.Attributes.AsNoTracking().ToDictionaryAsync(attribute => attribute.Code, cancellationToken);
        var good = new List<ImportRow>(rows.Count);
        foreach (var row in rows)
        {
            if (RowRules.Check(row, attributes) is { } refusal)
            {
                refusals[row.Line] = refusal;
            }
            else
            {
                good.Add(row);
            }
        }

        var plan = await PlanAsync(good, refusals, now, cancellationToken);
        if (plan.Rows.Count > 0)
        {
            await MergeAsync(plan, lease.Job, now, HasGrown(lease.Lines, rows.Count + unread.Count), cancellationToken);
        }

        if (!await AdvanceAsync(lease, plan.Accepted, refusals.Values, now, cancellationToken))
        {
            return false;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<ImportPlan> PlanAsync(List<ImportRow> rows, Dictionary<long, ImportRefusal> refusals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await LookUpAsync<Guid>("SELECT slug, product_id FROM product_slugs WHERE slug = ANY ($1)", rows.Select(row => row.Handle), cancellationToken);
        var owners = await LookUpAsync<Guid>("SELECT sku, product_id FROM variants WHERE sku = ANY ($1)", rows.Select(row => row.Sku), cancellationToken);
        var barcodes = await LookUpAsync<string>("SELECT barcode, sku FROM variants WHERE barcode = ANY ($1)", rows.Select(row => row.Barcode).OfType<string>(), cancellationToken);
        var options = await OptionsAsync([.. known.Values.Distinct()], cancellationToken);
        var plan = new ImportPlan();
        foreach (var row in rows)
        {
            var isKnown = known.TryGetValue(row.Handle, out var id);
            if (!isKnown && !plan.NewProducts.TryGetValue(row.Handle, out id))
            {
                if (row.Name is null)
                {
                    refusals[row.Line] = new ImportRefusal(row.Line, "name", "import.name_missing", "The first line of a new product names it.");
                    continue;
                }

                id = Guid.CreateVersion7(now);
            }

            if (owners.TryGetValue(row.Sku, out var owner) && owner != id)
            {
                refusals[row.Line] = new ImportRefusal(row.Line, "sku", "product.sku_taken", CatalogueErrors.SkuTaken.Message);
                continue;
            }

            if (row.Barcode is { } barcode && barcodes.TryGetValue(barcode, out var sku) && sku != row.Sku)
            {
                refusals[row.Line] = new ImportRefusal(row.Line, "barcode", "product.barcode_taken", CatalogueErrors.BarcodeTaken.Message);
                continue;
            }

            if (!options.TryTake(id, row.Sku, row.Options))
            {
                refusals[row.Line] = new ImportRefusal(row.Line, "options", "product.same_options", CatalogueErrors.SameOptions.Message);
                continue;
            }

            owners[row.Sku] = id;
            if (row.Barcode is not null)
            {
                barcodes[row.Barcode] = row.Sku;
            }

            if (!isKnown)
            {
                plan.NewProducts.TryAdd(row.Handle, id);
            }

            plan.Take(row, id, !isKnown);
        }

        await RefuseUnpricedAsync(plan, refusals, cancellationToken);
        return plan;
    }

    private async Task<OptionOwners> OptionsAsync(Guid[] products, CancellationToken cancellationToken)
    {
        var owners = new OptionOwners();
        if (products.Length > 0)
        {
            await using var command = Command("SELECT product_id, sku, options::text FROM variants WHERE product_id = ANY ($1)", products);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                owners.TryTake(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2), JsonSerializerOptions.Default)!);
            }
        }

        return owners;
    }

    // What is on sale has a price: one of an earlier batch, or one among these lines.
    private async Task RefuseUnpricedAsync(ImportPlan plan, Dictionary<long, ImportRefusal> refusals, CancellationToken cancellationToken)
    {
        var priced = plan.Rows.Values.Where(row => row.Row.Prices.Count > 0).Select(row => row.Product).ToHashSet();
        var unpriced = plan.Products.Where(product => product.Value.Row.Status == "active" && !priced.Contains(product.Key)).Select(product => product.Key).ToHashSet();
        if (unpriced.Count == 0)
        {
            return;
        }

        await using (var command = Command("SELECT DISTINCT v.product_id FROM variants v JOIN variant_prices p ON p.sku = v.sku WHERE v.product_id = ANY ($1)", unpriced.ToArray()))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                unpriced.Remove(reader.GetGuid(0));
            }
        }

        foreach (var line in unpriced.SelectMany(plan.Drop))
        {
            refusals[line] = new ImportRefusal(line, "status", CatalogueErrors.NotOnSale.Code, CatalogueErrors.NotOnSale.Message);
        }
    }

    private async Task MergeAsync(ImportPlan plan, Guid job, DateTimeOffset now, bool hasGrown, CancellationToken cancellationToken)
    {
        var brands = await BrandsAsync(plan, now, cancellationToken);
        var categories = await new ImportCategories(_connection, _transaction).ResolveAsync(plan.Products.Values, now, cancellationToken);
        await ExecuteAsync(Stage, cancellationToken);
        await using (var copy = await _connection.BeginBinaryImportAsync(
            "COPY import_products (id, is_new, slug, name, description, brand_id, category_ids, attributes, image_urls, status) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var (id, product) in plan.Products)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(product.IsNew, NpgsqlDbType.Boolean, cancellationToken);
                await WriteAsync(copy, product.Row.Handle, NpgsqlDbType.Varchar, cancellationToken);
                await WriteAsync(copy, product.Row.Name, NpgsqlDbType.Varchar, cancellationToken);
                await WriteAsync(copy, product.Row.Description, NpgsqlDbType.Varchar, cancellationToken);
                await WriteAsync(copy, product.Row.Brand is { } brand ? brands[brand] : (Guid?)null, NpgsqlDbType.Uuid, cancellationToken);
                await WriteAsync(copy, categories.Of(product.Row), NpgsqlDbType.Array | NpgsqlDbType.Uuid, cancellationToken);
                await WriteAsync(copy, product.Row.Attributes is { } values ? JsonSerializer.Serialize(values, JsonSerializerOptions.Default) : null, NpgsqlDbType.Jsonb, cancellationToken);
                await WriteAsync(copy, product.Row.Images?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(copy, product.Row.Status is { } status ? char.ToUpperInvariant(status[0]) + status[1..] : null, NpgsqlDbType.Varchar, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using (var copy = await _connection.BeginBinaryImportAsync(
            "COPY import_variants (sku, product_id, barcode, name, options, weight_grams, length_mm, width_mm, height_mm, position) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var (row, product) in plan.Rows.Values)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(row.Sku, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(product, NpgsqlDbType.Uuid, cancellationToken);
                await WriteAsync(copy, row.Barcode, NpgsqlDbType.Varchar, cancellationToken);
                await WriteAsync(copy, Variant.NameOf(row.Options), NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(JsonSerializer.Serialize(row.Options, JsonSerializerOptions.Default), NpgsqlDbType.Jsonb, cancellationToken);
                await copy.WriteAsync(row.WeightGrams, NpgsqlDbType.Integer, cancellationToken);
                await WriteAsync(copy, row.LengthMm, NpgsqlDbType.Integer, cancellationToken);
                await WriteAsync(copy, row.WidthMm, NpgsqlDbType.Integer, cancellationToken);
                await WriteAsync(copy, row.HeightMm, NpgsqlDbType.Integer, cancellationToken);

                // Of one file, in the file's order.
                await copy.WriteAsync((int)Math.Min(row.Line, int.MaxValue), NpgsqlDbType.Integer, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using (var copy = await _connection.BeginBinaryImportAsync("COPY import_prices (sku, currency, amount, compare_at) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var (row, _) in plan.Rows.Values)
            {
                foreach (var price in row.Prices.DistinctBy(price => price.Currency))
                {
                    await copy.StartRowAsync(cancellationToken);
                    await copy.WriteAsync(row.Sku, NpgsqlDbType.Varchar, cancellationToken);
                    await copy.WriteAsync(price.Currency, NpgsqlDbType.Char, cancellationToken);
                    await copy.WriteAsync(price.Amount, NpgsqlDbType.Bigint, cancellationToken);
                    await WriteAsync(copy, price.CompareAt, NpgsqlDbType.Bigint, cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        foreach (var statement in Merge.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await (statement.Contains("$1", StringComparison.Ordinal) ? ExecuteAsync(statement, cancellationToken, now) : ExecuteAsync(statement, cancellationToken));
        }

        await TellOfDropsAsync(now, cancellationToken);
        context.AddToOutbox(new Contract.CatalogueImported(job, plan.Products.Count, now), now);
        await ExecuteAsync(MergePrices, cancellationToken);
        if (hasGrown)
        {
            await ExecuteAsync("ANALYZE products, product_slugs, product_categories, product_changes, product_documents, variants, variant_prices", cancellationToken);
        }

        await ExecuteAsync("SELECT touch_products($1)", cancellationToken, plan.Products.Keys.ToArray());
    }

    private async Task TellOfDropsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command(Drops, now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            context.AddToOutbox(
                new Contract.PriceDropped(reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetString(4), now), now);
        }
    }

    // By name, and made where they are not there.
    private async Task<Dictionary<string, Guid>> BrandsAsync(ImportPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = plan.Products.Values.Select(product => product.Row.Brand).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        var known = await LookUpAsync<Guid>("SELECT name, id FROM brands WHERE name = ANY ($1)", names, cancellationToken);
        foreach (var name in names.Where(name => !known.ContainsKey(name)))
        {
            var id = Guid.CreateVersion7(now);
            var slug = Slug.Of(name);
            await ExecuteAsync(
                "INSERT INTO brands (id, slug, name, version) SELECT $1, CASE WHEN EXISTS (SELECT FROM brands WHERE slug = $2) THEN $2 || '-' || left($1::text, 13) ELSE $2 END, $3, 0",
                cancellationToken, id, slug.Length > 80 ? slug[..80].Trim('-') : slug, name);
            known[name] = id;
        }

        return known;
    }

    private async Task<bool> AdvanceAsync(ImportLease lease, int accepted, Dictionary<long, ImportRefusal>.ValueCollection refusals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var advance = Command(
            """
            UPDATE import_jobs SET position = $3, lines = $4, header = $5, accepted = accepted + $6, refused = refused + $7, locked_until = $8 WHERE id = $1 AND worker = $2
            """,
            lease.Job, lease.Worker, lease.Position, lease.Lines, lease.Header ?? "", accepted, refusals.Count, now + settings.Value.Lease);
        if (await advance.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return false;
        }

        if (refusals.Count > 0)
        {
            await using var copy = await _connection.BeginBinaryImportAsync("COPY import_refusals (job_id, line, field, code, message) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var refusal in refusals)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(lease.Job, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(refusal.Line, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(Cut(refusal.Field, 100), NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(refusal.Code, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(Cut(refusal.Message, 300), NpgsqlDbType.Varchar, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        return true;
    }

    // At the first batch, and each time that the job has stored four times as much: what the planner took for an empty table it would go on to read
    // from end to end for each product, until autovacuum looks at it.
    private static bool HasGrown(long lines, int added)
    {
        var mark = 1L;
        while (mark <= lines - added)
        {
            mark *= 4;
        }

        return mark <= lines;
    }

    private static string Cut(string text, int length) => (text.Length <= length ? text : text[..length]).Replace('\0', '?');

    private async Task<Dictionary<string, T>> LookUpAsync<T>(string sql, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToArray();
        var found = new Dictionary<string, T>(wanted.Length, StringComparer.Ordinal);
        if (wanted.Length == 0)
        {
            return found;
        }

        await using var command = Command(sql, (object)wanted);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetString(0)] = reader.GetFieldValue<T>(1);
        }

        return found;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : class => value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : struct => value is { } some ? copy.WriteAsync(some, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
