using System.Text;
using System.Text.Json;
using CsvHelper;
using Ecommerce.ProductService.Application.Import;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

internal sealed class CatalogueExport(NpgsqlDataSource database) : ICatalogueExport
{
    private const int FlushAt = 64 << 10;

    private const string Rows = """
        SELECT p.slug, p.name, p.description, b.name, p.status,
               COALESCE((SELECT json_agg((SELECT json_agg(a.name ORDER BY step.n) FROM unnest(c.path) WITH ORDINALITY AS step(id, n) JOIN categories a ON a.id = step.id) ORDER BY c.path)
                         FROM categories c WHERE c.id = ANY (p.category_ids)), '[]')::text,
               p.attributes::text, p.image_urls, v.sku, v.barcode, v.options::text, v.weight_grams, v.length_mm, v.width_mm, v.height_mm,
               ARRAY(SELECT x.currency::text FROM variant_prices x WHERE x.sku = v.sku ORDER BY x.currency),
               ARRAY(SELECT x.amount FROM variant_prices x WHERE x.sku = v.sku ORDER BY x.currency),
               ARRAY(SELECT x.compare_at FROM variant_prices x WHERE x.sku = v.sku ORDER BY x.currency)
        FROM products p LEFT JOIN brands b ON b.id = p.brand_id JOIN variants v ON v.product_id = p.id
        ORDER BY p.id, v.position, v.sku
        """;

    private static readonly string[] Columns =
    [
        "handle", "name", "description", "brand", "categories", "status", "attributes", "images", "sku", "barcode", "options", "weight_grams", "length_mm", "width_mm", "height_mm",
    ];

    public Task WriteAsync(ImportFormat format, Stream output, CancellationToken cancellationToken) =>
        format == ImportFormat.Csv ? WriteCsvAsync(output, cancellationToken) : WriteJsonLinesAsync(output, cancellationToken);

    private async Task WriteCsvAsync(Stream output, CancellationToken cancellationToken)
    {
        var currencies = await CurrenciesAsync(cancellationToken);
        await using var csv = CsvWriter.Create(output, leaveOpen: true);
        csv.WriteHeader([.. Columns, .. currencies.SelectMany(currency => new[] { $"price_{currency}", $"compare_at_{currency}" })]);
        await using var command = database.CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Write(csv, Read(reader), currencies);
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private async Task WriteJsonLinesAsync(Stream output, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await using var command = database.CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            text.Append(JsonSerializer.Serialize(Read(reader), ImportJson.Default.JsonRow)).Append('\n');
            if (text.Length >= FlushAt)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
        }
    }

    private static JsonRow Read(NpgsqlDataReader reader)
    {
        var (currencies, amounts, compareAts) = (reader.GetFieldValue<string[]>(15), reader.GetFieldValue<long[]>(16), reader.GetFieldValue<long?[]>(17));
        return new JsonRow(
            reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
            JsonSerializer.Deserialize<List<string[]>>(reader.GetString(5), JsonSerializerOptions.Default), reader.GetString(4).ToLowerInvariant(),
            Pairs(reader.GetString(6)), [.. reader.GetFieldValue<string[]>(7)], reader.GetString(8), reader.IsDBNull(9) ? null : reader.GetString(9), Pairs(reader.GetString(10)),
            reader.GetInt32(11), reader.IsDBNull(12) ? null : reader.GetInt32(12), reader.IsDBNull(13) ? null : reader.GetInt32(13), reader.IsDBNull(14) ? null : reader.GetInt32(14),
            currencies.Select((currency, index) => (currency, Price: new JsonPrice(amounts[index], compareAts[index]))).ToDictionary(price => price.currency, JsonPrice? (price) => price.Price));
    }

    private static void Write(CsvWriter csv, JsonRow row, List<string> currencies)
    {
        csv.WriteField(row.Handle);
        csv.WriteField(row.Name);
        csv.WriteField(row.Description);
        csv.WriteField(row.Brand);
        csv.WriteField(string.Join('|', row.Categories!.Select(path => string.Join(" > ", path))));
        csv.WriteField(row.Status);
        csv.WriteField(string.Join('|', row.Attributes!.Select(value => $"{value.Key}={value.Value}")));
        csv.WriteField(string.Join('|', row.Images!));
        csv.WriteField(row.Sku);
        csv.WriteField(row.Barcode);
        csv.WriteField(string.Join('|', row.Options!.Select(option => $"{option.Key}={option.Value}")));
        csv.WriteField(row.WeightGrams);
        csv.WriteField(row.LengthMm);
        csv.WriteField(row.WidthMm);
        csv.WriteField(row.HeightMm);
        foreach (var currency in currencies)
        {
            var price = row.Prices!.GetValueOrDefault(currency);
            csv.WriteField(price?.Amount);
            csv.WriteField(price?.CompareAt);
        }
    }

    private static Dictionary<string, string> Pairs(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!;

    private async Task<List<string>> CurrenciesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT DISTINCT currency::text FROM variant_prices ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var currencies = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            currencies.Add(reader.GetString(0));
        }

        return currencies;
    }
}
