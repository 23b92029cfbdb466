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

/// <summary>Handles one message once: inbox row and state change in one transaction.</summary>
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
        if (!_subscriptions.TryGetValue(message.Type, out var subscription))
        {
            throw new PoisonMessageException($"Nobody here handles the type '{message.Type}'.");
        }

        var integrationEvent = Read(subscription, message);
        ActivityContext.TryParse(message.TraceParent, null, out var parent);
        using var activity = MessagingTelemetry.Source.HasListeners()
            ? MessagingTelemetry.Source.StartActivity($"process {message.Type}", ActivityKind.Consumer, parent)
            : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.system", "rabbitmq");
            activity.SetTag("messaging.destination.name", options.Value.Queue);
            activity.SetTag("messaging.message.id", message.Id.ToString());
        }


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
            var about = new EventContext(message.Id, message.Type, message.Source, message.Subject, message.Time);
            await subscription.HandleAsync(scope.ServiceProvider, integrationEvent, about, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }

        return HandlingOutcome.Handled;
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
}
