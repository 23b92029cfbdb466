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
            RETURNING id, format, bytes, position, lines, header
            """);
        command.Parameters.Add(new() { Value = _worker });
        command.Parameters.Add(new() { Value = now + settings.Value.Lease });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - Abandoned });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ImportLease(
                reader.GetGuid(0), _worker, Enum.Parse<ImportFormat>(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4),
                reader.IsDBNull(5) ? null : reader.GetString(5))
            : null;
    }

    private async Task WorkAsync(ImportLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var file = ImportFile.Open(database, lease.Job, lease.Position, cancellationToken);
            await using var reader = lease.Format == ImportFormat.Jsonl
                ? (IRowReader)new JsonRowReader(file, lease.Position)
                : await CsvRowReader.OpenAsync(file, lease.Position, lease.Header, cancellationToken);
            if (reader is CsvRowReader csv && lease.Header is null)
            {
                lease = lease with { Header = csv.Header, Position = await PositionAsync(reader, lease, cancellationToken), Lines = 1 };
            }

            // The next batch is read while this one is stored.
            var reading = ReadAsync(reader, lease, cancellationToken);
            try
            {
                while (await reading is var (rows, refusals, next) && next != lease)
                {
                    reading = Task.Run(() => ReadAsync(reader, next, cancellationToken), cancellationToken);
                    if (!await StoreAsync(next, rows, refusals, cancellationToken))
                    {
                        LogLost(lease.Job);
                        return;
                    }

                    lease = next;
                }
            }
            finally
            {
                // The reader is used until then.
                await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await FinishAsync(lease, null, cancellationToken);
        }
        catch (RowFormatException exception)
        {
            // The header or a line without end: nothing of the rest can be read.
            await FinishAsync(lease, exception.Message, cancellationToken);
        }
    }

    /// <summary>Reads a batch of lines.</summary>
    /// <returns>With the lease as it is when they are done; the same one where there are no more.</returns>
    private async Task<(List<ImportRow> Rows, List<ImportRefusal> Refusals, ImportLease Next)> ReadAsync(IRowReader reader, ImportLease lease, CancellationToken cancellationToken)
    {
        var rows = new List<ImportRow>(settings.Value.BatchLines);
        var refusals = new List<ImportRefusal>();
        var line = lease.Lines;
        while (rows.Count + refusals.Count < settings.Value.BatchLines && await reader.ReadAsync(cancellationToken))
        {
            line++;
            try
            {
                if (!reader.IsEmpty)
                {
                    rows.Add(reader.Row(line));
                }
            }
            catch (RowFormatException exception)
            {
                refusals.Add(new ImportRefusal(line, exception.Field, exception.Code, exception.Message));
            }
        }

        return (rows, refusals, lease with { Position = await PositionAsync(reader, lease, cancellationToken), Lines = line });
    }

    // After a last line without a line break CsvHelper counts one that is not there.
    private static async ValueTask<long> PositionAsync(IRowReader reader, ImportLease lease, CancellationToken cancellationToken) =>
        Math.Min(await reader.PositionAsync(cancellationToken), lease.Bytes);

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
