using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Reads a job's file from a position on, piece by piece; the next piece is fetched while this one is worked on.</summary>
internal sealed class ImportFile(NpgsqlDataSource database, Guid job, long position)
{
    private byte[] _buffer = [];
    private int _start;
    private int _length;
    private int _chunk = (int)(position / ImportStore.ChunkLength);
    private int _skip = (int)(position % ImportStore.ChunkLength);
    private Task<byte[]?>? _next;

    /// <summary>What has been fetched and not taken yet.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _length);

    public bool IsAtEnd { get; private set; }

    public void Take(int count)
    {
        _start += count;
        _length -= count;
    }

    /// <summary>Fetches another piece.</summary>
    public async Task FetchAsync(CancellationToken cancellationToken)
    {
        var chunk = await (_next ?? ChunkAsync(_chunk, cancellationToken));
        _chunk++;
        if (chunk is null)
        {
            IsAtEnd = true;
            return;
        }

        _next = ChunkAsync(_chunk, cancellationToken);
        var joined = new byte[_length + chunk.Length - _skip];
        Bytes.CopyTo(joined);
        chunk.AsSpan(_skip).CopyTo(joined.AsSpan(_length));
        (_buffer, _start, _length, _skip) = (joined, 0, joined.Length, 0);
    }

    private async Task<byte[]?> ChunkAsync(int number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT content FROM import_chunks WHERE job_id = $1 AND number = $2");
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = number });
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }
}
