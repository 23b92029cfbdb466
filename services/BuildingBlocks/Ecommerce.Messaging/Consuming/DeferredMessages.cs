using Ecommerce.Messaging.Inbox;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.Messaging.Consuming;

/// <summary>The table of messages that are tried again later, a subject's in order.</summary>
internal sealed class DeferredMessages(NpgsqlDataSource database, IOptions<MessagingOptions> options, TimeProvider clock)
{
    // A message that only waits for an earlier one of its subject is due when it has become the first.
    private const string Heads = """
        SELECT DISTINCT ON (subject) position, message_id, subject, body, attempts, next_attempt_at
        FROM deferred_messages
        ORDER BY subject, position
        LIMIT 100
        """;

    /// <summary>A message has been added.</summary>
    public Signal Added { get; } = new();

    public async Task AddAsync(Guid messageId, string subject, ReadOnlyMemory<byte> body, int attempts, string? error, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand("""
            INSERT INTO deferred_messages (message_id, subject, body, attempts, next_attempt_at, last_error)
            VALUES ($1, $2, $3, $4, $5, left($6, 500))
            ON CONFLICT (message_id) DO NOTHING
            """);
        command.Parameters.Add(new() { Value = messageId });
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = body.ToArray() });
        command.Parameters.Add(new() { Value = attempts });
        command.Parameters.Add(new() { Value = attempts == 0 ? now : now + options.Value.DelayAfter(attempts) });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
        Added.Set();
    }

    /// <summary>The first of each subject, due or not.</summary>
    public async Task<List<DeferredMessage>> HeadsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Heads);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<DeferredMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add(new DeferredMessage
            {
                Position = reader.GetInt64(0),
                MessageId = reader.GetGuid(1),
                Subject = reader.GetString(2),
                Body = reader.GetFieldValue<byte[]>(3),
                Attempts = reader.GetInt32(4),
                NextAttemptAt = reader.GetFieldValue<DateTimeOffset>(5),
            });
        }

        return heads;
    }

    public async Task PostponeAsync(DeferredMessage message, string error, CancellationToken cancellationToken)
    {
        var attempts = message.Attempts + 1;
        await using var command = database.CreateCommand(
            "UPDATE deferred_messages SET attempts = $2, next_attempt_at = $3, last_error = left($4, 500) WHERE position = $1");
        command.Parameters.Add(new() { Value = message.Position });
        command.Parameters.Add(new() { Value = attempts });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + options.Value.DelayAfter(attempts) });
        command.Parameters.Add(new() { Value = error });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RemoveAsync(DeferredMessage message, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("DELETE FROM deferred_messages WHERE position = $1");
        command.Parameters.Add(new() { Value = message.Position });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
