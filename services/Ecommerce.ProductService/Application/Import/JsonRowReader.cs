using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Ecommerce.ProductService.Application.Import;

/// <summary>Lines of JSON, an object each, with the fields that the CSV has: <see cref="JsonRow"/>.</summary>
internal sealed class JsonRowReader(PipeReader file, long position) : IRowReader
{
    private ReadOnlySequence<byte> _line;
    private SequencePosition _next;
    private bool _isOnLine;

    public bool IsEmpty => _line.IsEmpty || (_line.Length == 1 && _line.FirstSpan[0] == '\r');

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Leave();
        while (true)
        {
            var read = await file.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                Enter(read.Buffer.Slice(0, end), read.Buffer.GetPosition(1, end), 1);
                return true;
            }

            if (read.IsCompleted)
            {
                Enter(read.Buffer, read.Buffer.End, 0);
                return !read.Buffer.IsEmpty;
            }

            if (read.Buffer.Length > IRowReader.LongestLine)
            {
                throw RowFormatException.TooLong();
            }

            file.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public ValueTask<long> PositionAsync(CancellationToken cancellationToken) => ValueTask.FromResult(position);

    public ValueTask DisposeAsync() => file.CompleteAsync();

    public ImportRow Row(long line)
    {
        JsonRow? json;
        try
        {
            var reader = new Utf8JsonReader(_line);
            json = JsonSerializer.Deserialize(ref reader, ImportJson.Default.JsonRow);
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

    private void Enter(ReadOnlySequence<byte> line, SequencePosition next, int lineBreak)
    {
        (_line, _next, _isOnLine) = (line, next, true);
        position += line.Length + lineBreak;
    }

    private void Leave()
    {
        if (_isOnLine)
        {
            file.AdvanceTo(_next);
            _isOnLine = false;
        }
    }
}
