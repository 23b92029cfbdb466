using System.Globalization;

namespace Ecommerce.ProviderSandbox.Webhooks;

internal sealed class WebhookSettings(IConfiguration configuration)
{
    /// <summary>Deliveries under way at the same time; those about one subject stay in one lane, in order.</summary>
    public int Lanes { get; } = Read(configuration, "Webhooks:Lanes", 8);

    public TimeSpan Timeout { get; } = TimeSpan.FromMilliseconds(Read(configuration, "Webhooks:TimeoutMs", 10_000));

    public TimeSpan FirstRetry { get; } = TimeSpan.FromMilliseconds(Read(configuration, "Webhooks:FirstRetryMs", 500));

    public TimeSpan LongestRetry { get; } = TimeSpan.FromMilliseconds(Read(configuration, "Webhooks:LongestRetryMs", 60_000));

    public TimeSpan GiveUpAfter { get; } = TimeSpan.FromHours(Read(configuration, "Webhooks:GiveUpAfterHours", 72));

    /// <summary>Undelivered messages that are kept; beyond it new ones are dropped, and the log says so.</summary>
    public int MaxPending { get; } = Read(configuration, "Webhooks:MaxPending", 200_000);

    public TimeSpan RetryAfter(int attempts)
    {
        var factor = Math.Pow(2, Math.Min(attempts - 1, 20));
        return FirstRetry * factor < LongestRetry ? FirstRetry * factor : LongestRetry;
    }

    private static int Read(IConfiguration configuration, string key, int fallback) =>
        int.TryParse(configuration[key], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : fallback;
}
