namespace Ecommerce.ProductService.Application.Import;

/// <summary>Reads the lines of one format.</summary>
internal interface IRowReader
{
    /// <summary>Where the first record of the bytes ends; -1 where they do not hold a whole one.</summary>
    int RecordLength(ReadOnlySpan<byte> bytes);

    /// <exception cref="RowFormatException">The line cannot be read.</exception>
    ImportRow Read(long line, ReadOnlySpan<byte> record);
}
