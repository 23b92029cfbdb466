using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ecommerce.AppHost.LocalRun;

/// <summary>Starts what crashed again, as a cluster does, and says so in the AppHost's log and in the resource's own.</summary>
/// <remarks>The orchestrator shows that a process has ended and leaves it there. What somebody stopped stays stopped.</remarks>
internal sealed partial class CrashRecovery(
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    ResourceLoggerService resourceLoggers,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<CrashRecovery> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A process that ran for so long had recovered: its next crash is counted as the first.
    private static readonly TimeSpan LongRun = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Crash> _crashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _states = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(stoppingToken))
            {
                if (change.Resource is not (ProjectResource or ExecutableResource) || change.Snapshot.State?.Text is not { } state)
                {
                    continue;
                }

                var before = _states.GetValueOrDefault(change.ResourceId);
                _states[change.ResourceId] = state;
                if (IsCrash(before, state, change.Snapshot.ExitCode) && !lifetime.ApplicationStopping.IsCancellationRequested)
                {
                    _ = StartAgainAsync(change.Resource, change.ResourceId, change.Snapshot.ExitCode, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The system ends.
        }
    }

    // "Finished" is what the orchestrator says of a process that ended by itself, "Exited" of one that was killed; a stop passes "Stopping".
    internal static bool IsCrash(string? before, string state, int? exitCode) =>
        before == KnownResourceStates.Running
        && (state == KnownResourceStates.Exited || state == KnownResourceStates.Finished)
        && exitCode is not 0;

    private async Task StartAgainAsync(IResource resource, string id, int? exitCode, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var crash = _crashes.AddOrUpdate(
            id, _ => new Crash(1, now), (_, last) => now - last.At > LongRun ? new Crash(1, now) : new Crash(last.Count + 1, now));
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(crash.Count - 1, 10)));
        LogCrash(logger, resource.Name, exitCode, pause.TotalSeconds);
        LogCrash(resourceLoggers.GetLogger(id), resource.Name, exitCode, pause.TotalSeconds);
        try
        {
            await Task.Delay(pause, clock, stoppingToken);
            if (_states.GetValueOrDefault(id) is not { } state || !KnownResourceStates.TerminalStates.Contains(state))
            {
                return; // Somebody was faster.
            }

            var result = await commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, stoppingToken);
            if (!result.Success)
            {
                LogFailure(resource.Name, result.Message);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The system ends.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The process of {Resource} ended by itself with exit code {ExitCode}. It is started again in {Seconds} seconds.")]
    private static partial void LogCrash(ILogger logger, string resource, int? exitCode, double seconds);

    [LoggerMessage(LogLevel.Error, "{Resource} could not be started again: {Reason} The start button in the dashboard tries it once more.")]
    private partial void LogFailure(string resource, string? reason);

    private sealed record Crash(int Count, DateTimeOffset At);
}

internal static class CrashRecoveryExtensions
{
    /// <summary>Starts crashed services and servers again, unless an IDE debugs them: there it is the person at the debugger who ends processes.</summary>
    public static void AddCrashRecovery(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsRunMode && !builder.IsStartedByIde())
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddHostedService<CrashRecovery>();
        }
    }
}
