using System.Net;

namespace StackExchange.Redis;

/// <summary>A connection broke, or is there again.</summary>
public class ConnectionFailedEventArgs : EventArgs
{
    internal ConnectionFailedEventArgs(EndPoint? endPoint, ConnectionType connectionType, ConnectionFailureType failureType, Exception? exception)
    {
        EndPoint = endPoint;
        ConnectionType = connectionType;
        FailureType = failureType;
        Exception = exception;
    }

    /// <summary>Which server.</summary>
    public EndPoint? EndPoint { get; }

    /// <summary>Which connection.</summary>
    public ConnectionType ConnectionType { get; }

    /// <summary>Why.</summary>
    public ConnectionFailureType FailureType { get; }

    /// <summary>What exactly.</summary>
    public Exception? Exception { get; }
}
