using System.Net;

namespace StackExchange.Redis;

/// <summary>A handler of a message threw.</summary>
public class InternalErrorEventArgs : EventArgs
{
    internal InternalErrorEventArgs(EndPoint? endPoint, ConnectionType connectionType, Exception exception, string? origin)
    {
        EndPoint = endPoint;
        ConnectionType = connectionType;
        Exception = exception;
        Origin = origin;
    }

    /// <summary>Which server.</summary>
    public EndPoint? EndPoint { get; }

    /// <summary>Which connection.</summary>
    public ConnectionType ConnectionType { get; }

    /// <summary>What.</summary>
    public Exception Exception { get; }

    /// <summary>Where.</summary>
    public string? Origin { get; }
}
