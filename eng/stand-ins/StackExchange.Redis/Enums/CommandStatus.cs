namespace StackExchange.Redis;

/// <summary>How far a command came.</summary>
public enum CommandStatus
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Not sent.</summary>
    WaitingToBeSent,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Waiting for a connection.</summary>
    WaitingInBacklog,
}
