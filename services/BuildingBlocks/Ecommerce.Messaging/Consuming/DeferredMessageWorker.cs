using Ecommerce.Messaging.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Consuming;

/// <summary>Tries deferred messages again when they are due, and gives them up after the last attempt. One replica at a time.</summary>
internal sealed partial class DeferredMessageWorker(
    NpgsqlDataSource database, IMessageHandler handler, DeferredMessages deferred, DeadLetters deadLetters,
    IOptions<MessagingOptions> options, TimeProvider clock, ILogger<DeferredMessageWorker> logger) : BackgroundService
{
    private const long LeaderLock = 0x6465666572; // "defer"

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = options.Value.PollInterval;
            try
            {
                wait = await RetryAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await ((Task)deferred.Added.WaitAsync(wait, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Returns how long there is nothing to do.
    private async Task<TimeSpan> RetryAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var heads = await deferred.HeadsAsync(cancellationToken);
            var wait = heads.Select(head => head.NextAttemptAt - clock.GetUtcNow()).Append(options.Value.PollInterval).Min();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            if (!await RetryDueAsync(cancellationToken))
            {
                return options.Value.PollInterval;
            }
        }
    }

    // False where another replica is at it.
    private async Task<bool> RetryDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock($1)", connection, transaction)
        {
            Parameters = { new() { Value = LeaderLock } },
        };
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return false;
        }

        // Read again under the lock: another replica may just have been at it.
        foreach (var message in await deferred.HeadsAsync(cancellationToken))
        {
            if (message.NextAttemptAt <= clock.GetUtcNow())
            {
                await RetryAsync(message, cancellationToken);
            }
        }

        return true;
    }

    private async Task RetryAsync(DeferredMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(handler.Parse(message.Body), message.Position, cancellationToken);
            await deferred.RemoveAsync(message, cancellationToken);
            MessagingTelemetry.Handled.Add(1);
        }
        catch (PoisonMessageException poison)
        {
            await GiveUpAsync(message, poison.Message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, message.MessageId, message.Attempts + 1);
            if (message.Attempts + 1 >= options.Value.MaximumAttempts)
            {
                await GiveUpAsync(message, $"{message.Attempts + 1} attempts failed, the last with {exception.GetType().Name}.", cancellationToken);
            }
            else
            {
                await deferred.PostponeAsync(message, exception.GetType().Name, cancellationToken);
            }
        }
    }

    // Into the dead-letter queue first: a crash in between leaves it in both, and the inbox makes it harmless.
    private async Task GiveUpAsync(DeferredMessage message, string reason, CancellationToken cancellationToken)
    {
        LogGivenUp(message.MessageId, reason);
        await deadLetters.AddAsync(new BasicProperties { MessageId = message.MessageId.ToString() }, message.Body, reason, cancellationToken);
        await deferred.RemoveAsync(message, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Retrying messages was interrupted.")]
    private partial void LogInterrupted(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Message {Id} failed again (attempt {Attempt}).")]
    private partial void LogFailed(Exception exception, Guid id, int attempt);

    [LoggerMessage(LogLevel.Error, "Message {Id} goes to the dead-letter queue: {Reason}")]
    private partial void LogGivenUp(Guid id, string reason);
}
