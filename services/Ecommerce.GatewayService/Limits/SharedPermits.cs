using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Ecommerce.GatewayService.Limits;

/// <summary>The counts of all replicas, in Redis.</summary>
internal sealed partial class SharedPermits(IConnectionMultiplexer redis, IOptions<RedisSettings> settings, TimeProvider clock, ILogger<SharedPermits> logger)
{
    // Permits are handed out in parcels, smaller the fewer there are: at the end one by one, so that the last ones are nobody's for nothing.
    private const int Share = 8;

    // Redis' own clock decides, so that the replicas' need not agree.
    private const string Script = """
        local limit, window, want, back, leased = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local index, elapsed = math.floor(now / window), now % window
        local state = redis.call('HMGET', KEYS[1], 'w', 'c', 'p')
        local at, used, before = tonumber(state[1] or 0), tonumber(state[2] or 0), tonumber(state[3] or 0)
        if at ~= index then
          before = (at == index - 1) and used or 0
          used = 0
        end
        if back > 0 then
          if leased == index then used = math.max(0, used - back) elseif leased == index - 1 then before = math.max(0, before - back) end
        end
        local free = math.floor(limit - used - before * (window - elapsed) / window)
        local granted, wait = 0, window - elapsed
        if free > 0 then
          granted = math.min(want, math.max(1, math.floor(free / tonumber(ARGV[6]))))
          used = used + granted
          free = free - granted
        elseif used < limit then
          wait = math.ceil(window * (before - limit + 1 + used) / before) - elapsed
        else
          wait = window - elapsed + math.ceil(window * (used - limit + 1) / used)
        end
        redis.call('HSET', KEYS[1], 'w', index, 'c', used, 'p', before)
        redis.call('PEXPIRE', KEYS[1], window * 2)
        return {granted, math.max(0, free), index, math.max(1, wait)}
        """;

    // After a failure nobody asks for so long; then one does, and the others only when it has an answer.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IDatabase _database = redis.GetDatabase();
    private long _awayUntil;

    /// <summary>Takes permits from the count of all replicas.</summary>
    /// <param name="policy">The limit.</param>
    /// <param name="caller">Whose.</param>
    /// <param name="want">How many are wanted.</param>
    /// <param name="back">How many of the last ones were not used and go back.</param>
    /// <param name="leased">The window that those were counted in.</param>
    /// <returns>Null where Redis is away.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with Redis, the gateway goes on.")]
    public async ValueTask<Lease?> TakeAsync(LimitPolicy policy, string caller, int want, int back, long leased)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var awayUntil = Volatile.Read(ref _awayUntil);
        if (awayUntil != 0 && (now < awayUntil || Interlocked.CompareExchange(ref _awayUntil, now + Pause.Ticks, awayUntil) != awayUntil))
        {
            return null;
        }

        try
        {
            var answer = await _database.ScriptEvaluateAsync(
                Script,
                [$"{settings.Value.Prefix}limit:{policy.Name}:{caller}"],
                [policy.Permits, (long)policy.Window.TotalMilliseconds, want, back, leased, Share]);
            if (Interlocked.Exchange(ref _awayUntil, 0) != 0)
            {
                LogBack();
            }

            return new Lease((int)answer[0], (int)answer[1], (long)answer[2], (long)answer[3]);
        }
        catch (Exception exception)
        {
            if (Interlocked.Exchange(ref _awayUntil, clock.GetUtcNow().UtcTicks + Pause.Ticks) == 0)
            {
                LogAway(exception.GetType().Name);
            }

            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Redis is away ({Reason}): limits hold for each replica alone.")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Redis is back: limits hold for all replicas together.")]
    private partial void LogBack();
}
