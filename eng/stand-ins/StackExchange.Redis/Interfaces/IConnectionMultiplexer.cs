using System.Net;

namespace StackExchange.Redis;

/// <summary>A connection to Redis that everyone shares.</summary>
public interface IConnectionMultiplexer : IDisposable, IAsyncDisposable
{
    /// <summary>The server answered with an error.</summary>
    event EventHandler<RedisErrorEventArgs> ErrorMessage;

    /// <summary>A connection broke.</summary>
    event EventHandler<ConnectionFailedEventArgs> ConnectionFailed;

    /// <summary>A handler threw.</summary>
    event EventHandler<InternalErrorEventArgs> InternalError;

    /// <summary>A connection is there again.</summary>
    event EventHandler<ConnectionFailedEventArgs> ConnectionRestored;

    /// <summary>The client's name at the server.</summary>
    string ClientName { get; }

    /// <summary>The options, without the password.</summary>
    string Configuration { get; }

    /// <summary>How long a blocking call may take, in milliseconds.</summary>
    int TimeoutMilliseconds { get; }

    /// <summary>Whether the server can be reached.</summary>
    bool IsConnected { get; }

    /// <summary>Whether a connection is being opened.</summary>
    bool IsConnecting { get; }

    /// <summary>Gets the servers.</summary>
    EndPoint[] GetEndPoints(bool configuredOnly = false);

    /// <summary>Gets a database; -1: the default one. It costs nothing and need not be kept.</summary>
    IDatabase GetDatabase(int db = -1, object? asyncState = null);

    /// <summary>Gets publish and subscribe.</summary>
    ISubscriber GetSubscriber(object? asyncState = null);

    /// <summary>Gets a server.</summary>
    IServer GetServer(string host, int port, object? asyncState = null);

    /// <summary>Gets a server.</summary>
    IServer GetServer(string hostAndPort, object? asyncState = null);

    /// <summary>Gets a server.</summary>
    IServer GetServer(EndPoint endpoint, object? asyncState = null);

    /// <summary>Gets the servers.</summary>
    IServer[] GetServers();

    /// <summary>Waits for a task, at most for the synchronous time-out.</summary>
    void Wait(Task task);

    /// <summary>Waits for a task, at most for the synchronous time-out.</summary>
    T Wait<T>(Task<T> task);

    /// <summary>Waits for tasks, at most for the synchronous time-out.</summary>
    void WaitAll(params Task[] tasks);

    /// <summary>Describes the connections.</summary>
    string GetStatus();

    /// <summary>Describes the connections.</summary>
    void GetStatus(TextWriter log);

    /// <summary>Closes the connections.</summary>
    void Close(bool allowCommandsToComplete = true);

    /// <summary>Closes the connections.</summary>
    Task CloseAsync(bool allowCommandsToComplete = true);
}
