using System.IO.Pipelines;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Reads a job's file from a position on, piece by piece; the next piece is fetched while this one is worked on.</summary>
internal static class ImportFile
{
    private static readonly PipeOptions OnePieceAhead = new(pauseWriterThreshold: 2 * ImportStore.ChunkLength, resumeWriterThreshold: ImportStore.ChunkLength, useSynchronizationContext: false);

    /// <summary>Begins to read. Completing the reader ends it; what fails is thrown where the bytes are read.</summary>
    public static PipeReader Open(NpgsqlDataSource database, Guid job, long position, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(OnePieceAhead);
        _ = Task.Run(() => FetchAsync(database, job, position, pipe.Writer, cancellationToken), CancellationToken.None);
        return pipe.Reader;
    }

    private static async Task FetchAsync(NpgsqlDataSource database, Guid job, long position, PipeWriter output, CancellationToken cancellationToken)
    {
        try
        {
            var skip = (int)(position % ImportStore.ChunkLength);
            for (var number = (int)(position / ImportStore.ChunkLength); await ChunkAsync(database, job, number, cancellationToken) is { } chunk; number++)
            {
                if ((await output.WriteAsync(chunk.AsMemory(Math.Min(skip, chunk.Length)), cancellationToken)).IsCompleted)
                {
                    break;
                }

                skip = 0;
            }

            await output.CompleteAsync();
        }
        catch (Exception exception)
        {
            await output.CompleteAsync(exception);
        }
    }

    private static async Task<byte[]?> ChunkAsync(NpgsqlDataSource database, Guid job, int number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT content FROM import_chunks WHERE job_id = $1 AND number = $2");
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = number });
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }
}
