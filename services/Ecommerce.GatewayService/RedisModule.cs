using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Ecommerce.GatewayService;

internal static class RedisModule
{
    /// <summary>Redis makes replicas agree; without it the gateway still serves.</summary>
    public static void AddRedis(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RedisSettings>().BindConfiguration(RedisSettings.Section);
        builder.AddRedisClient("redis", configureOptions: redis =>
        {
            redis.BacklogPolicy = BacklogPolicy.FailFast;
            redis.ConnectTimeout = 1000;
            redis.AsyncTimeout = 250;
        });
        builder.Services.PostConfigure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations.Where(check => check.Name.Contains("Redis", StringComparison.Ordinal)))
            {
                check.FailureStatus = HealthStatus.Degraded;
            }
        });
    }
}
