using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>
/// Has the signing keys looked at again in time though nobody calls. A service that was idle over a rotation would refuse its first
/// caller: the framework fetches keys anew while a request comes in, and answers that one with the old ones.
/// </summary>
internal sealed partial class SigningKeyRefresh(IOptionsMonitor<JwtBearerOptions> options, TimeProvider clock, ILogger<SigningKeyRefresh> logger)
    : BackgroundService
{
    /// <summary>How old the known keys may be; the shortest that the framework takes. auth-service publishes a key fifteen minutes before it signs.</summary>
    public static readonly TimeSpan KeysAreFreshFor = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager is { } keys)
                {
                    await keys.GetConfigurationAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException)
            {
                LogAway(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "The signing keys could not be fetched; the known ones stay in use.")]
    private partial void LogAway(Exception exception);
}
