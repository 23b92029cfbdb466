using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.Messaging.Inbox;

/// <summary>Forgets messages that no broker would deliver again.</summary>
internal sealed partial class InboxCleaner(
    NpgsqlDataSource database, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<InboxCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var command = database.CreateCommand("DELETE FROM inbox_messages WHERE handled_at < $1");
                command.Parameters.Add(new() { Value = clock.GetUtcNow() - options.Value.InboxRetention });
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The inbox could not be cleaned; the next round does it.")]
    private partial void LogFailed(Exception exception);
}
