using Ecommerce.Messaging;

namespace Ecommerce.GatewayService.Caching;

internal static class CachingModule
{
    // So that a broker that is gone without a word is missed soon.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static void AddCaching(this IHostApplicationBuilder builder)
    {
        builder.AddRabbitMQClient(
            "messaging",
            settings =>
            {
                settings.MaxConnectRetryCount = 0; // Its user tries again by itself.
                settings.DisableHealthChecks = true; // Without the broker the gateway still serves.
                settings.DisableTracing = true; // Dropping kept responses is no part of a shopper's trace.
            },
            factory =>
            {
                factory.TopologyRecoveryEnabled = false;
                factory.RequestedHeartbeat = Heartbeat;
                factory.RequestedConnectionTimeout = Heartbeat;
            });
        builder.Services.AddOptions<MessagingOptions>().BindConfiguration(MessagingOptions.Section);
        builder.Services.AddSingleton<SharedAnswers>();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddHostedService<ProductEvents>();
    }
}
