namespace StackExchange.Redis;

/// <summary>How a command is sent.</summary>
[Flags]
public enum CommandFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The caller does not wait for the answer.</summary>
    FireAndForget = 2,

    /// <summary>On the primary where it can be reached.</summary>
    PreferMaster = 0,

    /// <summary>Only on the primary.</summary>
    DemandMaster = 4,

    /// <summary>On a replica where there is one.</summary>
    PreferReplica = 8,

    /// <summary>Only on a replica.</summary>
    DemandReplica = 12,

    /// <summary>Not redirected.</summary>
    NoRedirect = 64,

    /// <summary>A script is sent as text, not as hash.</summary>
    NoScriptCache = 512,
}
