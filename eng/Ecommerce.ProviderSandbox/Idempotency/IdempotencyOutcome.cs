namespace Ecommerce.ProviderSandbox.Idempotency;

internal enum IdempotencyOutcome
{
    /// <summary>The key is new: do the work, then complete or release it.</summary>
    Execute,

    /// <summary>Another request with this key is at work.</summary>
    InFlight,

    /// <summary>The key was used with another request.</summary>
    Mismatch,

    /// <summary>The work is done: its answer is given again.</summary>
    Replay,
}
