using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>Has every replica know new keys in time, and one of them make the next.</summary>
internal sealed partial class KeyRotationWorker(KeyRotation rotation, IOptions<SigningKeyOptions> options, TimeProvider clock, ILogger<KeyRotationWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rotation.MaintainAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The signing keys could not be looked at; the next round does it.")]
    private partial void LogFailed(Exception exception);
}
