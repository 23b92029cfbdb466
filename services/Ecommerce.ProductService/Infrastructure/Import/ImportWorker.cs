using Ecommerce.ProductService.Application.Import;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>
/// Works on one import at a time. What a batch of lines changes and up to where the file is done are one commit, so whoever takes a job over,
/// after a kill in the middle or from a worker that is not heard of any more, goes on at the next line. A worker that lost its job commits nothing.
/// </summary>
internal sealed partial class ImportWorker(
    IServiceScopeFactory scopes, NpgsqlDataSource database, ImportSignal signal, IOptions<ImportSettings> settings, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    private const int LongestRecord = 1 << 20;
    private const int Attempts = 5;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(24);

    private readonly Guid _worker = Guid.CreateVersion7(clock.GetUtcNow());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await LeaseAsync(stoppingToken) is { } lease)
                {
                    await WorkAsync(lease, stoppingToken);
                }

                await signal.WaitAsync(settings.Value.Interval, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
                await Task.Delay(settings.Value.Interval, clock, stoppingToken);
            }
        }
    }

    private async Task<ImportLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand("""
            WITH gone AS (DELETE FROM import_jobs WHERE status = 'Uploading' AND created_at < $4)
            UPDATE import_jobs SET status = 'Running', worker = $1, locked_until = $2
            WHERE id = (SELECT id FROM import_jobs WHERE status IN ('Waiting', 'Running') AND (locked_until IS NULL OR locked_until < $3 OR worker = $1)
                        ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, format, position, lines, header
            """);
        command.Parameters.Add(new() { Value = _worker });
        command.Parameters.Add(new() { Value = now + settings.Value.Lease });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - Abandoned });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ImportLease(
                reader.GetGuid(0), _worker, Enum.Parse<ImportFormat>(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4))
            : null;
    }

    private async Task WorkAsync(ImportLease lease, CancellationToken cancellationToken)
    {
        var file = new ImportFile(database, lease.Job, lease.Position);
        IRowReader? reader = lease.Format == ImportFormat.Jsonl ? new JsonRowReader() : null;
        try
        {
            if (reader is null)
            {
                (reader, lease) = await OpenCsvAsync(file, lease, cancellationToken);
            }

            // The next batch is read while this one is stored.
            var reading = ReadAsync(file, reader, lease, cancellationToken);
            while (await reading is var (rows, refusals, next) && next != lease)
            {
                reading = Task.Run(() => ReadAsync(file, reader, next, cancellationToken), cancellationToken);
                if (!await StoreAsync(next, rows, refusals, cancellationToken))
                {
                    LogLost(lease.Job);
                    return;
                }

                lease = next;
            }

            await FinishAsync(lease, null, cancellationToken);
        }
        catch (RowFormatException exception)
        {
            // The header or a record without end: nothing of the rest can be read.
            await FinishAsync(lease, exception.Message, cancellationToken);
        }
    }

    private static async Task<(IRowReader Reader, ImportLease Lease)> OpenCsvAsync(ImportFile file, ImportLease lease, CancellationToken cancellationToken)
    {
        if (lease.Header is { } known)
        {
            return (CsvRowReader.Of(known), lease);
        }

        var length = await RecordAsync(file, Csv.RecordLength, cancellationToken);
        var header = System.Text.Encoding.UTF8.GetString(file.Bytes[..length]).TrimEnd('\r', '\n');
        var reader = CsvRowReader.Of(header);
        file.Take(length);
        return (reader, lease with { Header = header, Position = length, Lines = 1 });
    }

    /// <summary>Reads a batch of lines.</summary>
    /// <returns>With the lease as it is when they are done; the same one where there are no more.</returns>
    private async Task<(List<ImportRow> Rows, List<ImportRefusal> Refusals, ImportLease Next)> ReadAsync(
        ImportFile file, IRowReader reader, ImportLease lease, CancellationToken cancellationToken)
    {
        var rows = new List<ImportRow>(settings.Value.BatchLines);
        var refusals = new List<ImportRefusal>();
        var (position, line) = (lease.Position, lease.Lines);
        while (rows.Count + refusals.Count < settings.Value.BatchLines && await RecordAsync(file, reader.RecordLength, cancellationToken) is > 0 and var length)
        {
            line++;
            position += length;
            try
            {
                if (!file.Bytes[..length].TrimEnd("\r\n"u8).IsEmpty)
                {
                    rows.Add(reader.Read(line, file.Bytes[..length]));
                }
            }
            catch (RowFormatException exception)
            {
                refusals.Add(new ImportRefusal(line, exception.Field, exception.Code, exception.Message));
            }

            file.Take(length);
        }

        return (rows, refusals, position == lease.Position ? lease : lease with { Position = position, Lines = line });
    }

    // The length of the record that comes next; 0 at the end of the file.
    private static async Task<int> RecordAsync(ImportFile file, Func<ReadOnlySpan<byte>, int> recordLength, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (recordLength(file.Bytes) is > 0 and var length)
            {
                return length <= LongestRecord ? length : throw TooLong();
            }

            if (file.IsAtEnd)
            {
                return file.Bytes.Length;
            }

            if (file.Bytes.Length > LongestRecord)
            {
                throw TooLong();
            }

            await file.FetchAsync(cancellationToken);
        }
    }

    private static RowFormatException TooLong() => new("line", "import.record_too_long", "A record is longer than a mebibyte; perhaps a quote is not closed.");

    private async Task<bool> StoreAsync(ImportLease lease, List<ImportRow> rows, List<ImportRefusal> refusals, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await scope.ServiceProvider.GetRequiredService<ImportBatch>().StoreAsync(lease, rows, refusals, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && IsRace(exception))
            {
                // Someone changed the same products meanwhile: looked at again, it is either taken or refused for a reason.
                LogAgain(exception, lease.Job);
            }
        }
    }

    private static bool IsRace(Exception exception) => (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation;

    private async Task FinishAsync(ImportLease lease, string? error, CancellationToken cancellationToken)
    {
        // The file has done its work.
        await using var command = database.CreateCommand("""
            WITH ended AS (UPDATE import_jobs SET status = $3, error = $4, finished_at = $5, worker = NULL, locked_until = NULL WHERE id = $1 AND worker = $2 RETURNING id)
            DELETE FROM import_chunks c USING ended e WHERE c.job_id = e.id
            """);
        command.Parameters.Add(new() { Value = lease.Job });
        command.Parameters.Add(new() { Value = lease.Worker });
        command.Parameters.Add(new() { Value = error is null ? "Done" : "Failed" });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "An import was interrupted; it goes on from its last batch in a moment.")]
    private partial void LogInterrupted(Exception exception);

    [LoggerMessage(LogLevel.Information, "A batch of import {Job} ran into another change and is tried again.")]
    private partial void LogAgain(Exception exception, Guid job);

    [LoggerMessage(LogLevel.Information, "Import {Job} has another worker now.")]
    private partial void LogLost(Guid job);
}
