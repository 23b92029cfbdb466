namespace Ecommerce.ProductService.Application.Import;

/// <summary>Reads the lines of one format, one after the other.</summary>
internal interface IRowReader : IAsyncDisposable
{
    /// <summary>How long a line may be, in bytes.</summary>
    const int LongestLine = 1 << 20;

    /// <summary>Whether nothing stands in the line.</summary>
    bool IsEmpty { get; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="RowFormatException">The line is too long: nothing of the rest can be read.</exception>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What the line says.</summary>
    /// <param name="line">Its number, for the report.</param>
    /// <exception cref="RowFormatException">The line cannot be read; the next one can.</exception>
    ImportRow Row(long line);

    /// <summary>Where the next line begins, in bytes from the beginning of the file. The present line cannot be read after it.</summary>
    ValueTask<long> PositionAsync(CancellationToken cancellationToken);
}
