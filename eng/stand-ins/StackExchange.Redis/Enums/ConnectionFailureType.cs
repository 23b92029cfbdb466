namespace StackExchange.Redis;

/// <summary>Why a connection failed.</summary>
public enum ConnectionFailureType
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>There is none.</summary>
    UnableToResolvePhysicalConnection,

    /// <summary>The socket failed.</summary>
    SocketFailure,

    /// <summary>The server refused the password.</summary>
    AuthenticationFailure,

    /// <summary>The server said something that is not RESP.</summary>
    ProtocolFailure,

    /// <summary>A mistake in the client.</summary>
    InternalFailure,

    /// <summary>The server closed it.</summary>
    SocketClosed,

    /// <summary>The client closed it.</summary>
    ConnectionDisposed,

    /// <summary>The server is loading its data.</summary>
    Loading,

    /// <summary>It could not be opened.</summary>
    UnableToConnect,
}
