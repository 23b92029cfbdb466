using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using StackExchange.Redis;

namespace Ecommerce.GatewayService.Caching;

/// <summary>The answers that this replica keeps, before those in Redis. An event drops all of them: a list may hold any product.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private const long MostBytes = 32 << 20;

    // Nobody tells of changes while the broker is away.
    private static readonly TimeSpan Deaf = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<KeptAnswer?>> _underWay = new(StringComparer.Ordinal);
    private readonly SharedAnswers _shared;
    private readonly TimeProvider _clock;
    private long _edition;

    public KeptAnswers(SharedAnswers shared, IConnectionMultiplexer redis, TimeProvider clock)
    {
        (_shared, _clock) = (shared, clock);

        // A server that comes back may have forgotten, or remember what has changed since.
        redis.ConnectionRestored += (_, _) => _ = PurgeAsync();
    }

    /// <summary>Whether changes are heard of.</summary>
    public bool Hears { get; set; }

    /// <summary>The answer, if this replica has it.</summary>
    public KeptAnswer? Find(string key)
    {
        return _memory.TryGetValue(key, out (KeptAnswer Answer, long Edition) kept) && kept.Edition == Volatile.Read(ref _edition) && IsFresh(kept.Answer)
            ? kept.Answer
            : null;
    }

    /// <summary>Gets an answer from Redis or from the service; of those who want the same at a time, one asks.</summary>
    /// <param name="key">The request.</param>
    /// <param name="ask">Asks the service; null: its answer is not to be kept, and whoever asked has it already.</param>
    /// <returns>The answer, and whether it is the caller's own.</returns>
    public async Task<(KeptAnswer? Answer, bool IsOwn)> GetAsync(string key, Func<Task<KeptAnswer?>> ask)
    {
        var mine = new TaskCompletionSource<KeptAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var underWay = _underWay.GetOrAdd(key, mine);
        if (underWay != mine)
        {
            return (await underWay.Task, false);
        }

        KeptAnswer? answer = null;
        try
        {
            answer = await FetchAsync(key, ask);
            return (answer, true);
        }
        finally
        {
            // Whoever asked may have gone away in the middle: then the others ask for themselves.
            _underWay.TryRemove(KeyValuePair.Create(key, mine));
            mine.SetResult(answer);
        }
    }

    /// <summary>Drops everything, here and in Redis.</summary>
    public async Task PurgeAsync()
    {
        GatewayTelemetry.CachePurges.Add(1);
        Interlocked.Increment(ref _edition);
        await _shared.PurgeAsync();

        // Once more: meanwhile someone may have brought the old one back from Redis.
        Interlocked.Increment(ref _edition);
    }

    public void Dispose() => _memory.Dispose();

    private bool IsFresh(KeptAnswer answer)
    {
        var now = _clock.GetUtcNow();
        return now < answer.Until && (Hears || now < answer.At + Deaf);
    }

    private async Task<KeptAnswer?> FetchAsync(string key, Func<Task<KeptAnswer?>> ask)
    {
        var edition = Volatile.Read(ref _edition);
        var (answer, sharedEdition) = await _shared.FindAsync(key);
        var isShared = answer is not null && IsFresh(answer);
        GatewayTelemetry.CacheAnswers.Add(1, new KeyValuePair<string, object?>("result", isShared ? "shared" : "miss"));
        answer = isShared ? answer : await ask();
        if (answer is null)
        {
            return null;
        }

        _memory.Set(key, (answer, edition), new MemoryCacheEntryOptions { AbsoluteExpiration = answer.Until, Size = answer.Body.Length + (2 * key.Length) + 500 });
        if (!isShared && sharedEdition is { } current)
        {
            await _shared.StoreAsync(key, answer, current);
        }

        return answer;
    }
}
