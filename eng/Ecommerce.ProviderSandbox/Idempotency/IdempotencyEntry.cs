namespace Ecommerce.ProviderSandbox.Idempotency;

internal sealed class IdempotencyEntry<TAnswer>(string key, UInt128 fingerprint, DateTimeOffset startedAt)
    where TAnswer : class
{
    public string Key { get; } = key;

    public UInt128 Fingerprint { get; } = fingerprint;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public TAnswer? Answer { get; set; }
}
