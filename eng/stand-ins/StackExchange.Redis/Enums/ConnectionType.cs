namespace StackExchange.Redis;

/// <summary>What a connection is for.</summary>
public enum ConnectionType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Commands.</summary>
    Interactive,

    /// <summary>Publish and subscribe.</summary>
    Subscription,
}
