using System.Net;

namespace StackExchange.Redis;

/// <summary>The server answered with an error.</summary>
public class RedisErrorEventArgs : EventArgs
{
    internal RedisErrorEventArgs(EndPoint endPoint, string message)
    {
        EndPoint = endPoint;
        Message = message;
    }

    /// <summary>Which server.</summary>
    public EndPoint EndPoint { get; }

    /// <summary>What it said.</summary>
    public string Message { get; }
}
