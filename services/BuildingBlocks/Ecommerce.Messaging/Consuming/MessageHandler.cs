using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Ecommerce.Messaging.Envelope;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Handles each message once: inbox row and state change in one transaction.</summary>
internal sealed class MessageHandler<TContext>(
    IServiceScopeFactory scopes, IEnumerable<Subscription> subscriptions, IOptions<MessagingOptions> options, TimeProvider clock) : IMessageHandler
    where TContext : DbContext
{
    // No row where it was handled before, or where an earlier message of the subject still waits ($5 leaves out the message itself).
    private const string Enter = """
        WITH blocked AS (
          SELECT 1 FROM deferred_messages WHERE subject = $4 AND position < $5 LIMIT 1),
        entered AS (
          INSERT INTO inbox_messages (message_id, consumer, handled_at)
          SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM blocked)
          ON CONFLICT DO NOTHING
          RETURNING 1)
        SELECT CASE WHEN EXISTS (SELECT 1 FROM entered) THEN 0 WHEN EXISTS (SELECT 1 FROM blocked) THEN 2 ELSE 1 END
        """;

    // The same for several messages; none of them was deferred before. In the order of the ids, so that two of these cannot lock each other out.
    private const string EnterAll = """
        WITH arrived AS (
          SELECT message_id, subject, place FROM unnest($1, $2) WITH ORDINALITY AS a (message_id, subject, place)),
        blocked AS (
          SELECT message_id FROM arrived a WHERE EXISTS (SELECT 1 FROM deferred_messages d WHERE d.subject = a.subject)),
        entered AS (
          INSERT INTO inbox_messages (message_id, consumer, handled_at)
          SELECT message_id, $3, $4 FROM arrived WHERE message_id NOT IN (SELECT message_id FROM blocked) ORDER BY message_id
          ON CONFLICT DO NOTHING
          RETURNING message_id)
        SELECT CASE WHEN message_id IN (SELECT message_id FROM entered) THEN 0 WHEN message_id IN (SELECT message_id FROM blocked) THEN 2 ELSE 1 END
        FROM arrived
        ORDER BY place
        """;

    private readonly FrozenDictionary<string, Subscription> _subscriptions = subscriptions.ToFrozenDictionary(subscription => subscription.Type);

    public IEnumerable<string> Types => _subscriptions.Keys;

    public static CloudEvent Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<CloudEvent>(body.Span, MessageJson.Options) ?? throw new PoisonMessageException("It is empty.");
        }
        catch (JsonException exception)
        {
            throw new PoisonMessageException("It is not a CloudEvents envelope.", exception);
        }
    }

    CloudEvent IMessageHandler.Parse(ReadOnlyMemory<byte> body) => Parse(body);

    public async Task<HandlingOutcome> HandleAsync(CloudEvent message, long deferredPosition, CancellationToken cancellationToken)
    {
        var known = Known(message);
        using var activity = Begin(message);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await EnterAsync(context, message, deferredPosition, cancellationToken);
        if (outcome != HandlingOutcome.Handled)
        {
            return outcome;
        }

        try
        {
            await HandleAsync(scope.ServiceProvider, context, message, known, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }

        return HandlingOutcome.Handled;
    }

    public async Task<HandlingOutcome[]> HandleAsync(IReadOnlyList<CloudEvent> messages, CancellationToken cancellationToken)
    {
        var known = messages.Select(Known).ToArray();
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var outcomes = await EnterAsync(context, messages, cancellationToken);
        for (var i = 0; i < messages.Count; i++)
        {
            if (outcomes[i] == HandlingOutcome.Handled)
            {
                using var activity = Begin(messages[i]);
                await HandleAsync(scope.ServiceProvider, context, messages[i], known[i], cancellationToken);

                // The next one finds what this one made in the database, as it would alone.
                context.ChangeTracker.Clear();
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return outcomes;
    }

    private static async Task HandleAsync(
        IServiceProvider scope, TContext context, CloudEvent message, (Subscription Subscription, object Data) known, CancellationToken cancellationToken)
    {
        var about = new EventContext(message.Id, message.Type, message.Source, message.Subject, message.Time);
        await known.Subscription.HandleAsync(scope, known.Data, about, cancellationToken);

        // What fails here takes the whole transaction with it: no savepoint is needed.
        context.Database.AutoSavepointsEnabled = false;
        await context.SaveChangesAsync(cancellationToken);
        context.Database.AutoSavepointsEnabled = true;
    }

    private (Subscription Subscription, object Data) Known(CloudEvent message) =>
        _subscriptions.TryGetValue(message.Type, out var subscription)
            ? (subscription, Read(subscription, message))
            : throw new PoisonMessageException($"Nobody here handles the type '{message.Type}'.");

    private Activity? Begin(CloudEvent message)
    {
        if (!MessagingTelemetry.Source.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(message.TraceParent, null, out var parent);
        var activity = MessagingTelemetry.Source.StartActivity($"process {message.Type}", ActivityKind.Consumer, parent);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.system", "rabbitmq");
            activity.SetTag("messaging.destination.name", options.Value.Queue);
            activity.SetTag("messaging.message.id", message.Id.ToString());
        }

        return activity;
    }

    private static object Read(Subscription subscription, CloudEvent message)
    {
        try
        {
            return subscription.Read(message);
        }
        catch (JsonException exception)
        {
            throw new PoisonMessageException($"Its data is not a '{message.Type}'.", exception);
        }
    }

    private async Task<HandlingOutcome> EnterAsync(TContext context, CloudEvent message, long deferredPosition, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(Enter, connection)
        {
            Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
            Parameters =
            {
                new() { Value = message.Id },
                new() { Value = options.Value.Service },
                new() { Value = clock.GetUtcNow() },
                new() { Value = message.Subject },
                new() { Value = deferredPosition },
            },
        };
        await command.PrepareAsync(cancellationToken);
        return (HandlingOutcome)(int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<HandlingOutcome[]> EnterAsync(TContext context, IReadOnlyList<CloudEvent> messages, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(EnterAll, (NpgsqlConnection)context.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
            Parameters =
            {
                new() { Value = messages.Select(message => message.Id).ToArray() },
                new() { Value = messages.Select(message => message.Subject).ToArray() },
                new() { Value = options.Value.Service },
                new() { Value = clock.GetUtcNow() },
            },
        };
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var outcomes = new HandlingOutcome[messages.Count];
        for (var i = 0; await reader.ReadAsync(cancellationToken); i++)
        {
            outcomes[i] = (HandlingOutcome)reader.GetInt32(0);
        }

        return outcomes;
    }
}
