using Ecommerce.ServiceDefaults.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>Keeps keys and answers. One statement decides who does the work, so two requests cannot both.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long a key counts as in flight after a crash in the middle; longer than any request may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    // Nobody waits for the disk here. An entry is written before its work, and whatever flushes the work flushes what was written before it;
    // an answer that a crash of the database loses leaves the key usable, and the work is found done under the same resource id.
    private const string WithoutFlush = "set_config('synchronous_commit', 'off', TRUE)";

    // Taken anew where the first user died in the middle (lease over, no answer) or the day is over.
    private const string Enter = $"""
        WITH entered AS (
          INSERT INTO idempotency_keys AS k (scope, key, body_hash, resource_id, locked_until, created_at)
          SELECT $1, $2, $3, $4, $5, $6 WHERE {WithoutFlush} IS NOT NULL
          ON CONFLICT (scope, key) DO UPDATE
            SET locked_until = $5, created_at = CASE WHEN k.created_at < $7 THEN $6 ELSE k.created_at END,
                resource_id = CASE WHEN k.created_at < $7 THEN $4 ELSE k.resource_id END,
                body_hash = CASE WHEN k.created_at < $7 THEN $3 ELSE k.body_hash END,
                status_code = NULL, headers = NULL, response = NULL
            WHERE (k.created_at < $7) OR (k.status_code IS NULL AND k.locked_until < $6 AND k.body_hash = $3)
          RETURNING resource_id)
        SELECT TRUE, TRUE, resource_id, NULL::int, NULL::text, NULL::bytea FROM entered
        UNION ALL
        SELECT FALSE, body_hash = $3, resource_id, status_code, headers, response FROM idempotency_keys
        WHERE scope = $1 AND key = $2 AND NOT EXISTS (SELECT 1 FROM entered)
        """;

    public async Task<IdempotencyEntry> EnterAsync(byte[] scope, string key, byte[] bodyHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var newId = Guid.CreateVersion7(now);
        while (true)
        {
            await using var statement = await PreparedStatement.OpenAsync(
                database,
                Enter,
                cancellationToken,
                new() { Value = scope },
                new() { Value = key },
                new() { Value = bodyHash },
                new() { Value = newId },
                new() { Value = now + Lease },
                new() { Value = now },
                new() { Value = now - Retention });
            await using var reader = await statement.Command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                return new IdempotencyEntry(
                    reader.GetBoolean(0),
                    reader.GetGuid(2) == newId,
                    reader.GetBoolean(1),
                    reader.GetGuid(2),
                    await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetInt32(3),
                    await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4),
                    await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetFieldValue<byte[]>(5));
            }

            // Inserted by another request after this statement's snapshot: the next look sees it.
        }
    }

    public async Task CompleteAsync(byte[] scope, string key, int statusCode, string headers, byte[] response, CancellationToken cancellationToken)
    {
        await using var statement = await PreparedStatement.OpenAsync(
            database,
            $"UPDATE idempotency_keys SET status_code = $3, headers = $4, response = $5 WHERE scope = $1 AND key = $2 AND {WithoutFlush} IS NOT NULL",
            cancellationToken,
            new() { Value = scope },
            new() { Value = key },
            new() { Value = statusCode },
            new() { Value = headers },
            new() { Value = response, NpgsqlDbType = NpgsqlDbType.Bytea });
        await statement.Command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes the key usable again at once; its resource id stays.</summary>
    public async Task ReleaseAsync(byte[] scope, string key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "UPDATE idempotency_keys SET locked_until = '-infinity' WHERE scope = $1 AND key = $2 AND status_code IS NULL");
        command.Parameters.Add(new() { Value = scope });
        command.Parameters.Add(new() { Value = key });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets the key: the request was refused before it did anything.</summary>
    public async Task ForgetAsync(byte[] scope, string key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2 AND status_code IS NULL");
        command.Parameters.Add(new() { Value = scope });
        command.Parameters.Add(new() { Value = key });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("DELETE FROM idempotency_keys WHERE created_at < $1");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() - Retention });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
