using System.Text.Json;

namespace Ecommerce.ProductService.Application.Import;

/// <summary>Lines of JSON, an object each, with the fields that the CSV has: <see cref="JsonRow"/>.</summary>
internal sealed class JsonRowReader : IRowReader
{
    public int RecordLength(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\n') + 1 is > 0 and var length ? length : -1;

    public ImportRow Read(long line, ReadOnlySpan<byte> record)
    {
        JsonRow? json;
        try
        {
            json = JsonSerializer.Deserialize(record, ImportJson.Default.JsonRow);
        }
        catch (JsonException exception)
        {
            throw new RowFormatException(exception.Path is { Length: > 2 } path ? path[2..] : "line", "import.malformed", "The line is no JSON object with the fields of an import.");
        }

        if (json is null)
        {
            throw new RowFormatException("line", "import.malformed", "The line is no JSON object.");
        }

        return new ImportRow
        {
            Line = line,
            Handle = json.Handle ?? "",
            Name = json.Name,
            Description = json.Description,
            Brand = json.Brand,
            Categories = json.Categories,
            Status = json.Status,
            Attributes = json.Attributes,
            Images = json.Images,
            Sku = json.Sku ?? "",
            Barcode = json.Barcode,
            Options = json.Options ?? [],
            WeightGrams = json.WeightGrams,
            LengthMm = json.LengthMm,
            WidthMm = json.WidthMm,
            HeightMm = json.HeightMm,
            Prices = [.. (json.Prices ?? []).Select(price => new ImportPrice(price.Key, price.Value?.Amount ?? -1, price.Value?.CompareAt))],
        };
    }
}
