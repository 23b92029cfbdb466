using System.Runtime.CompilerServices;
using Ecommerce.ProductService.Application.Import;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

internal sealed class ImportStore(NpgsqlDataSource database, ImportSignal signal, IOptions<ImportSettings> settings, TimeProvider clock) : IImportStore
{
    /// <summary>Files are kept in pieces of this length, the last one excepted.</summary>
    public const int ChunkLength = 1 << 20;

    private const string Columns = "id, format, status, bytes, position, lines, accepted, refused, error, created_at, finished_at";

    public async Task<ImportJob?> ReceiveAsync(Guid id, ImportFormat format, string by, Stream file, CancellationToken cancellationToken)
    {
        // A transaction a piece: a long upload holds no lock, and one that breaks off is swept away later.
        await ExecuteAsync(
            "INSERT INTO import_jobs (id, format, status, created_at, created_by) VALUES ($1, $2, 'Uploading', $3, $4)", cancellationToken, id, format.ToString(), clock.GetUtcNow(), by);
        var chunk = new byte[ChunkLength];
        var length = 0L;
        for (var number = 0; ; number++)
        {
            var read = await file.ReadAtLeastAsync(chunk, ChunkLength, throwOnEndOfStream: false, cancellationToken);
            length += read;
            if (length > settings.Value.MaximumBytes)
            {
                await ExecuteAsync("DELETE FROM import_jobs WHERE id = $1", cancellationToken, id);
                return null;
            }

            if (read > 0)
            {
                await ExecuteAsync("INSERT INTO import_chunks (job_id, number, content) VALUES ($1, $2, $3)", cancellationToken, id, number, chunk[..read]);
            }

            if (read < ChunkLength)
            {
                break;
            }
        }

        await ExecuteAsync("UPDATE import_jobs SET status = 'Waiting', bytes = $2 WHERE id = $1", cancellationToken, id, length);
        signal.Set();
        return await FindAsync(id, cancellationToken);
    }

    public async Task<ImportJob?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM import_jobs WHERE id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public async Task<IReadOnlyList<ImportJob>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM import_jobs WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2");
        command.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<ImportJob>();
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(Read(reader));
        }

        return jobs;
    }

    public async IAsyncEnumerable<ImportRefusal> RefusalsAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT line, field, code, message FROM import_refusals WHERE job_id = $1 ORDER BY line");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new ImportRefusal(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3));
        }
    }

    private static ImportJob Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), Enum.Parse<ImportFormat>(reader.GetString(1)), Enum.Parse<ImportStatus>(reader.GetString(2)), reader.GetInt64(3), reader.GetInt64(4),
        reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetFieldValue<DateTimeOffset>(9),
        reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10));

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
