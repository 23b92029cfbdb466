using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Ecommerce.GatewayService.Caching;

/// <summary>
/// The answers that all replicas keep, in Redis. Each has the edition of the catalogue that was current before the service was asked, and counts
/// only while that edition is current. So an answer that was made before a change and stored after it is never given.
/// </summary>
internal sealed partial class SharedAnswers(IConnectionMultiplexer redis, IOptions<RedisSettings> settings, TimeProvider clock, ILogger<SharedAnswers> logger)
{
    private const char Separator = '\n';

    private readonly IDatabase _database = redis.GetDatabase();
    private readonly RedisKey _edition = settings.Value.Prefix + "cache:edition";
    private volatile bool _owesPurge;

    /// <summary>Looks for an answer.</summary>
    /// <returns>The answer, or null; and the edition, or null where Redis is away.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with Redis, the gateway goes on.")]
    public async Task<(KeptAnswer? Answer, long? Edition)> FindAsync(string key)
    {
        if (!redis.IsConnected || (_owesPurge && !await PurgeAsync()))
        {
            return (null, null);
        }

        try
        {
            // In this order: an edition that changes in between makes the answer an old one.
            var entry = _database.HashGetAsync(Key(key), ["edition", "at", "until", "headers", "body"]);
            var edition = (long)await _database.StringGetAsync(_edition);
            return (Read(await entry, edition), edition);
        }
        catch (Exception exception)
        {
            LogAway(exception.GetType().Name);
            return (null, null);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with Redis, the gateway goes on.")]
    public async Task StoreAsync(string key, KeptAnswer answer, long edition)
    {
        try
        {
            var batch = _database.CreateBatch();
            var stored = batch.HashSetAsync(Key(key),
            [
                new("edition", edition),
                new("at", answer.At.ToUnixTimeMilliseconds()),
                new("until", answer.Until.ToUnixTimeMilliseconds()),
                new("headers", string.Join(Separator, answer.Headers.SelectMany(header => new[] { header.Key, header.Value }))),
                new("body", answer.Body),
            ]);
            var expires = batch.KeyExpireAsync(Key(key), answer.Until - clock.GetUtcNow());
            batch.Execute();
            await Task.WhenAll(stored, expires);
        }
        catch (Exception exception)
        {
            LogAway(exception.GetType().Name);
        }
    }

    /// <summary>Begins a new edition. Where Redis is away it is owed, and nothing is read from there before it is done.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with Redis, the gateway goes on.")]
    public async Task<bool> PurgeAsync()
    {
        try
        {
            _owesPurge = true;
            await _database.StringIncrementAsync(_edition);
            _owesPurge = false;
            return true;
        }
        catch (Exception exception)
        {
            LogAway(exception.GetType().Name);
            return false;
        }
    }

    private KeptAnswer? Read(RedisValue[] entry, long edition)
    {
        if (entry.Any(value => value.IsNull) || (long)entry[0] != edition)
        {
            return null;
        }

        var headers = ((string)entry[3]!).Split(Separator).Chunk(2).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        var answer = new KeptAnswer(
            [.. headers], (byte[])entry[4]!, DateTimeOffset.FromUnixTimeMilliseconds((long)entry[1]), DateTimeOffset.FromUnixTimeMilliseconds((long)entry[2]));
        return answer.Until > clock.GetUtcNow() ? answer : null;
    }

    private RedisKey Key(string key) => $"{settings.Value.Prefix}cache:{key}";

    [LoggerMessage(LogLevel.Debug, "Redis is away ({Reason}): answers are kept by this replica alone.")]
    private partial void LogAway(string reason);
}
