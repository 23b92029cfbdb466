using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;

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

    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false, // They count as lines.
        Encoding = Encoding.UTF8,
        MaxRecordSize = IRowReader.LongestLine,
    };

    private readonly CsvReader _csv;
    private readonly long _start;
    private readonly Dictionary<string, long?> _compareAt = new(StringComparer.Ordinal);
    private string[] _columns = [];
    private CsvMalformedReason? _fault;
    private bool _isAhead;
    private bool _isMore;

    private CsvRowReader(Stream file, long start)
    {
        _start = start;

        // A quote in the middle of a field, as in 12" pan, is text.
        _csv = CsvReader.Create(file, Format with { OnMalformedRecord = malformed => _fault = malformed.Reason is CsvMalformedReason.StrayQuote ? null : malformed.Reason });
    }

    /// <summary>The line that names the columns.</summary>
    public string Header { get; private set; } = "";

    public bool IsEmpty => _csv.RawRecord.IsEmpty;

    /// <summary>Begins to read.</summary>
    /// <param name="file">The file from a position on.</param>
    /// <param name="start">The position, in bytes.</param>
    /// <param name="header">The header where it has been read before; null at the beginning of the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RowFormatException">The header has a column that is not known, twice, or lacks one that is needed.</exception>
    public static async Task<CsvRowReader> OpenAsync(PipeReader file, long start, string? header, CancellationToken cancellationToken)
    {
        var reader = new CsvRowReader(file.AsStream(), start);
        try
        {
            if (header is null)
            {
                await reader.ReadAsync(cancellationToken);
                reader.TakeHeader(reader._csv);
            }
            else
            {
                using var line = CsvReader.FromText(header, Format);
                line.Read();
                reader.TakeHeader(line);
            }

            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_isAhead)
        {
            await AdvanceAsync(cancellationToken);
        }

        _isAhead = false;
        return _isMore;
    }

    public async ValueTask<long> PositionAsync(CancellationToken cancellationToken)
    {
        if (!_isAhead)
        {
            await AdvanceAsync(cancellationToken);
            _isAhead = true;
        }

        return _start + _csv.ByteOffset;
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    public ImportRow Row(long line)
    {
        CheckQuotes();
        if (_csv.FieldCount != _columns.Length)
        {
            throw new RowFormatException("line", "import.field_count", $"The line has {_csv.FieldCount} fields and the header {_columns.Length}.");
        }

        var row = new ImportRow { Line = line };
        _compareAt.Clear();
        for (var index = 0; index < _columns.Length; index++)
        {
            if (!_csv.IsEmpty(index))
            {
                Take(row, _columns[index], _csv.GetString(index));
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

    private void TakeHeader(CsvReader line)
    {
        CheckQuotes();
        var names = Enumerable.Range(0, line.FieldCount).Select(index => line.GetString(index).Trim()).ToArray();
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

        (_columns, Header) = (names, Encoding.UTF8.GetString(line.RawRecord));
    }

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        _fault = null;
        try
        {
            _isMore = await _csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException)
        {
            throw RowFormatException.TooLong();
        }
    }

    private void CheckQuotes()
    {
        if (_fault is { } fault)
        {
            throw new RowFormatException(
                "line", "import.malformed", fault == CsvMalformedReason.UnterminatedQuote ? "A quote is not closed." : "A quote ends in the middle of a field.");
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
