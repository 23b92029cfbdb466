using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Ecommerce.Messaging.Publishing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.Messaging.Outbox;

/// <summary>Sends the outbox. Of several replicas one does, since two could not keep a subject's order; the others wait to take over.</summary>
internal sealed partial class OutboxDispatcher(
    NpgsqlDataSource database, IEventPublisher publisher, OutboxSignal signal, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const long LeaderLock = 0x6f7574626f78; // "outbox"
    private const int BatchesBetweenStarts = 20;

    // A refused event holds back its subject's later ones, which keeps the order; the rest of the table goes on. The inner query is fenced off by
    // OFFSET 0, so that the rows are read by their position whatever the statistics say: those of a table that is mostly empty know nothing
    // of a backlog, and a plan that sorts would read all of it for each batch. A refused one that has been passed holds its subject back until the next
    // batch from the start, though its time has come meanwhile: else a later one would overtake it.
    private const string Select = """
        WITH held AS MATERIALIZED (
          SELECT subject, min(position) AS position FROM outbox_messages
          WHERE attempts > 0 AND (parked_at IS NOT NULL OR next_attempt_at > $1 OR position <= $3)
          GROUP BY subject)
        SELECT position, id, type, subject, time, trace_parent, data, attempts
        FROM (SELECT * FROM outbox_messages WHERE position > $3 ORDER BY position OFFSET 0) o
        WHERE NOT COALESCE(position >= (SELECT h.position FROM held h WHERE h.subject = o.subject), FALSE)
        LIMIT $2
        """;

    private DateTimeOffset _nextAttempt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeadAsync(() => failures = 0, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
                await Task.Delay(options.Value.ReconnectDelayAfter(++failures), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LeadAsync(Action sent, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => signal.Set();
        while (!await TryLeadAsync(connection, cancellationToken))
        {
            if (await signal.WaitAsync(options.Value.PollInterval, cancellationToken))
            {
                await ExecuteAsync(connection, "NOTIFY outbox", cancellationToken);
            }
        }

        try
        {
            await ExecuteAsync(connection, "LISTEN outbox", cancellationToken);
            while (true)
            {
                _nextAttempt = DateTimeOffset.MaxValue;
                await SendAllAsync(connection, cancellationToken);

                sent();
                await WaitAsync(connection, cancellationToken);
            }
        }
        finally
        {
            await ResignAsync(connection);
        }
    }

    // Waits for this process's commits, for the other replicas' notifications, and until a refused event is due.
    private async Task WaitAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var due = _nextAttempt - clock.GetUtcNow();
        var wait = due < TimeSpan.Zero ? TimeSpan.Zero : due < options.Value.PollInterval ? due : options.Value.PollInterval;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var notified = WaitForNotificationAsync(connection, stop.Token);
        try
        {
            await signal.WaitAsync(wait, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await notified;
        }
    }

    // The pool hands sessions on as they are: without this, one that leads for ever would be among them.
    private static async Task ResignAsync(NpgsqlConnection connection)
    {
        try
        {
            await ExecuteAsync(connection, "UNLISTEN *; SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // The session is gone, and its lock too.
        }
    }

    private static async Task WaitForNotificationAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task<bool> TryLeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = LeaderLock } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Each batch begins where the one before it ended, and not again with the rows that were just deleted. What was committed late, at a
    // position that has been passed, is found from the start.
    private async Task SendAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var last = 0L;
        for (var batches = 1; ; batches++)
        {
            var from = batches % BatchesBetweenStarts == 0 ? 0 : last;
            var batch = await ReadAsync(connection, from, cancellationToken);
            await SendAsync(connection, batch, cancellationToken);
            if (batch.Count == options.Value.BatchSize)
            {
                last = batch[^1].Position;
            }
            else if (from == 0)
            {
                return;
            }
            else
            {
                last = 0;
            }
        }
    }

    private async Task SendAsync(NpgsqlConnection connection, List<OutboxMessage> batch, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(batch.GroupBy(message => message.Subject).Select(subject => SendInOrderAsync([.. subject], cancellationToken)));
        var sent = outcomes.SelectMany(outcome => outcome.Sent).ToArray();
        if (sent.Length > 0)
        {
            await DeleteAsync(connection, sent, cancellationToken);
            MessagingTelemetry.Published.Add(sent.Length);
        }

        foreach (var (_, failed, error) in outcomes.Where(outcome => outcome.Error is EventRefusedException))
        {
            await RefuseAsync(connection, failed!, error!.Message, cancellationToken);
        }

        // An outage ends the round, once what did get through is settled.
        if (outcomes.FirstOrDefault(outcome => outcome.Error is not null and not EventRefusedException).Error is { } outage)
        {
            ExceptionDispatchInfo.Throw(outage);
        }
    }

    private async Task<List<OutboxMessage>> ReadAsync(NpgsqlConnection connection, long after, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters = { new() { Value = clock.GetUtcNow() }, new() { Value = options.Value.BatchSize }, new() { Value = after } },
        };
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var batch = new List<OutboxMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            batch.Add(new OutboxMessage
            {
                Position = reader.GetInt64(0),
                Id = reader.GetGuid(1),
                Type = reader.GetString(2),
                Subject = reader.GetString(3),
                Time = reader.GetFieldValue<DateTimeOffset>(4),
                TraceParent = await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetString(5),
                Data = reader.GetString(6),
                Attempts = reader.GetInt32(7),
            });
        }

        return batch;
    }

    private async Task<(List<long> Sent, OutboxMessage? Failed, Exception? Error)> SendInOrderAsync(OutboxMessage[] messages, CancellationToken cancellationToken)
    {
        var sent = new List<long>(messages.Length);
        foreach (var message in messages)
        {
            try
            {
                await PublishAsync(message, cancellationToken);
                sent.Add(message.Position);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return (sent, message, exception);
            }
        }

        return (sent, null, null);
    }

    private async Task PublishAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        ActivityContext.TryParse(message.TraceParent, null, out var parent);
        using var activity = MessagingTelemetry.Source.HasListeners()
            ? MessagingTelemetry.Source.StartActivity($"publish {message.Type}", ActivityKind.Producer, parent)
            : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.system", "rabbitmq");
            activity.SetTag("messaging.destination.name", options.Value.Exchange);
            activity.SetTag("messaging.message.id", message.Id.ToString());
        }

        await publisher.PublishAsync(message, activity?.Id ?? message.TraceParent, cancellationToken);
    }

    private static async Task DeleteAsync(NpgsqlConnection connection, long[] positions, CancellationToken cancellationToken)
    {
        // Nobody waits for the disk: a removal that a crash of the database loses sends an event twice, which every inbox bears.
        await using var command = new NpgsqlCommand(
            "DELETE FROM outbox_messages WHERE position = ANY((SELECT $1)::bigint[]) AND set_config('synchronous_commit', 'off', TRUE) IS NOT NULL", connection)
        {
            Parameters = { new() { Value = positions } },
        };
        await command.PrepareAsync(cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RefuseAsync(NpgsqlConnection connection, OutboxMessage message, string error, CancellationToken cancellationToken)
    {
        var attempts = message.Attempts + 1;
        var parked = attempts >= options.Value.MaximumAttempts;
        var now = clock.GetUtcNow();
        var next = now + options.Value.DelayAfter(attempts);
        _nextAttempt = !parked && next < _nextAttempt ? next : _nextAttempt;
        LogRefused(message.Id, message.Type, attempts, parked);
        await using var command = new NpgsqlCommand(
            "UPDATE outbox_messages SET attempts = $2, next_attempt_at = $3, parked_at = $4, last_error = left($5, 500) WHERE position = $1", connection)
        {
            Parameters =
            {
                new() { Value = message.Position },
                new() { Value = attempts },
                new() { Value = next },
                new() { Value = parked ? now : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz },
                new() { Value = error },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The outbox dispatcher was interrupted and starts again.")]
    private partial void LogInterrupted(Exception exception);

    [LoggerMessage(LogLevel.Error, "Event {Id} of type {Type} was refused by the broker (attempt {Attempts}, parked: {Parked}).")]
    private partial void LogRefused(Guid id, string type, int attempts, bool parked);
}
