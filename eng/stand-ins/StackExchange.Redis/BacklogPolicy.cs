namespace StackExchange.Redis;

/// <summary>What happens to commands while there is no connection.</summary>
public sealed class BacklogPolicy
{
    /// <summary>They wait for one, at most for their time-out; those in flight when it breaks fail.</summary>
    public static BacklogPolicy Default { get; } = new() { QueueWhileDisconnected = true, AbortPendingOnConnectionFailure = true };

    /// <summary>They fail at once.</summary>
    public static BacklogPolicy FailFast { get; } = new() { QueueWhileDisconnected = false, AbortPendingOnConnectionFailure = true };

    /// <summary>Whether they wait.</summary>
    public bool QueueWhileDisconnected { get; init; } = true;

    /// <summary>Whether those that wait fail when the connection breaks.</summary>
    public bool AbortPendingOnConnectionFailure { get; init; } = true;
}
