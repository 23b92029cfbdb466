using System.Globalization;
using System.Text;

namespace Ecommerce.ProductService.Application.Import;

/// <summary>
/// Lines of CSV with a header: <c>handle, name, description, brand, categories, status, attributes, images, sku, barcode, options, weight_grams,
/// length_mm, width_mm, height_mm</c>, and <c>price_USD</c>, <c>compare_at_USD</c> and so on, in minor units. Lists are joined by <c>|</c>, a
/// category's names by <c>></c>, names and values by <c>=</c>.
/// </summary>
internal sealed class CsvRowReader : IRowReader
{
    private const string Price = "price_";
    private const string CompareAt = "compare_at_";
    private static readonly string[] Known =
    [
        "handle", "name", "description", "brand", "categories", "status", "attributes", "images", "sku", "barcode", "options", "weight_grams", "length_mm", "width_mm", "height_mm",
    ];

    private readonly string[] _header;
    private readonly List<string> _fields = [];
    private readonly Dictionary<string, long?> _compareAt = new(StringComparer.Ordinal);

    private CsvRowReader(string[] header) => _header = header;

    /// <exception cref="RowFormatException">The header has a column that is not known, twice, or lacks one that is needed.</exception>
    public static CsvRowReader Of(string header)
    {
        var fields = new List<string>();
        Split(Encoding.UTF8.GetBytes(header.TrimStart('\uFEFF')), fields);
        var names = fields.Select(name => name.Trim()).ToArray();
        foreach (var name in names)
        {
            if (!Known.Contains(name) && !(name.StartsWith(Price, StringComparison.Ordinal) || name.StartsWith(CompareAt, StringComparison.Ordinal)))
            {
                throw new RowFormatException(name, "import.unknown_column", $"There is no column '{name}'.");
            }
        }

        if (names.Distinct().Count() != names.Length || !names.Contains("handle") || !names.Contains("sku"))
        {
            throw new RowFormatException("header", "import.bad_header", "The header names each column once, handle and sku among them.");
        }

        return new CsvRowReader(names);
    }

    public int RecordLength(ReadOnlySpan<byte> bytes) => Csv.RecordLength(bytes);

    public ImportRow Read(long line, ReadOnlySpan<byte> record)
    {
        Split(record, _fields);
        if (_fields.Count != _header.Length)
        {
            throw new RowFormatException("line", "import.field_count", $"The line has {_fields.Count} fields and the header {_header.Length}.");
        }

        var row = new ImportRow { Line = line };
        _compareAt.Clear();
        for (var index = 0; index < _header.Length; index++)
        {
            if (_fields[index] is { Length: > 0 } value)
            {
                Take(row, _header[index], value);
            }
        }

        for (var index = 0; index < row.Prices.Count && _compareAt.Count > 0; index++)
        {
            row.Prices[index] = row.Prices[index] with { CompareAt = _compareAt.GetValueOrDefault(row.Prices[index].Currency) };
        }

        return row;
    }

    private void Take(ImportRow row, string column, string value)
    {
        switch (column)
        {
            case "handle":
                row.Handle = value;
                break;
            case "name":
                row.Name = value;
                break;
            case "description":
                row.Description = value;
                break;
            case "brand":
                row.Brand = value;
                break;
            case "categories":
                row.Categories = [.. value.Split('|', StringSplitOptions.TrimEntries).Select(path => path.Split('>', StringSplitOptions.TrimEntries))];
                break;
            case "status":
                row.Status = value;
                break;
            case "attributes":
                row.Attributes = Pairs(column, value);
                break;
            case "images":
                row.Images = [.. value.Split('|', StringSplitOptions.TrimEntries)];
                break;
            case "sku":
                row.Sku = value;
                break;
            case "barcode":
                row.Barcode = value;
                break;
            case "options":
                row.Options = Pairs(column, value);
                break;
            case "weight_grams":
                row.WeightGrams = (int)Number(column, value, int.MaxValue);
                break;
            case "length_mm":
                row.LengthMm = (int)Number(column, value, int.MaxValue);
                break;
            case "width_mm":
                row.WidthMm = (int)Number(column, value, int.MaxValue);
                break;
            case "height_mm":
                row.HeightMm = (int)Number(column, value, int.MaxValue);
                break;
            case var _ when column.StartsWith(CompareAt, StringComparison.Ordinal):
                _compareAt[column[CompareAt.Length..]] = Number(column, value, long.MaxValue);
                break;
            default:
                row.Prices.Add(new ImportPrice(column[Price.Length..], Number(column, value, long.MaxValue), null));
                break;
        }
    }

    private static void Split(ReadOnlySpan<byte> record, List<string> fields)
    {
        try
        {
            Csv.Split(record, fields);
        }
        catch (FormatException exception)
        {
            throw new RowFormatException("line", "import.malformed", exception.Message);
        }
    }

    private static long Number(string column, string value, long most) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new RowFormatException(column, "import.not_a_number", "The field is a whole number.");

    private static Dictionary<string, string> Pairs(string column, string value)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in value.Split('|', StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !pairs.TryAdd(pair[..equals].TrimEnd(), pair[(equals + 1)..].TrimStart()))
            {
                throw new RowFormatException(column, "import.bad_pairs", "Names and values are joined by =, and pairs by |, each name once.");
            }
        }

        return pairs;
    }
}
