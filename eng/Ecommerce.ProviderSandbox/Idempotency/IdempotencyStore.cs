using System.Security.Cryptography;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.Idempotency;

/// <summary>
/// Keys with the answer that was given. The key is taken before the work, in one step, so of many concurrent requests
/// exactly one executes. Kept 24 hours, or until newer keys need the room.
/// </summary>
internal sealed class IdempotencyStore<TAnswer>(SandboxLimits limits, TimeProvider time)
    where TAnswer : class
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<string, IdempotencyEntry<TAnswer>> entries = new(StringComparer.Ordinal);
    private readonly Queue<IdempotencyEntry<TAnswer>> oldestFirst = new();

    public static UInt128 Fingerprint(ReadOnlySpan<byte> request)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(request, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public (IdempotencyOutcome Outcome, IdempotencyEntry<TAnswer> Entry) Begin(string key, UInt128 fingerprint)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known) && now - known.StartedAt < Kept)
            {
                return known switch
                {
                    _ when known.Fingerprint != fingerprint => (IdempotencyOutcome.Mismatch, known),
                    { Answer: null } => (IdempotencyOutcome.InFlight, known),
                    _ => (IdempotencyOutcome.Replay, known),
                };
            }

            var entry = new IdempotencyEntry<TAnswer>(key, fingerprint, now);
            entries[key] = entry;
            oldestFirst.Enqueue(entry);
            LetGoOfOldest();
            return (IdempotencyOutcome.Execute, entry);
        }
    }

    public void Complete(IdempotencyEntry<TAnswer> entry, TAnswer answer)
    {
        lock (gate)
        {
            entry.Answer = answer;
        }
    }

    /// <summary>The work did not begin (a refusal by validation, say): the key is free again.</summary>
    public void Release(IdempotencyEntry<TAnswer> entry)
    {
        lock (gate)
        {
            Forget(entry);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            oldestFirst.Clear();
        }
    }

    private void LetGoOfOldest()
    {
        // One in flight at the head stays until it is done, as far as twice the limit.
        while (oldestFirst.Count > limits.Objects
            && (oldestFirst.Count > 2 * limits.Objects || oldestFirst.Peek().Answer is not null || !IsCurrent(oldestFirst.Peek())))
        {
            Forget(oldestFirst.Dequeue());
        }
    }

    private bool IsCurrent(IdempotencyEntry<TAnswer> entry) => ReferenceEquals(entries.GetValueOrDefault(entry.Key), entry);

    private void Forget(IdempotencyEntry<TAnswer> entry)
    {
        if (IsCurrent(entry))
        {
            entries.Remove(entry.Key);
        }
    }
}
