using System.Net;

namespace StackExchange.Redis;

/// <summary>A server, for what is not of one database.</summary>
public interface IServer : IRedis
{
    /// <summary>Which server.</summary>
    EndPoint EndPoint { get; }

    /// <summary>Whether it can be reached.</summary>
    bool IsConnected { get; }

    /// <summary>Whether it is a replica. This stand-in knows primaries only.</summary>
    bool IsReplica { get; }

    /// <summary>Goes through the keys, page by page.</summary>
    IEnumerable<RedisKey> Keys(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Goes through the keys, page by page.</summary>
    IAsyncEnumerable<RedisKey> KeysAsync(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the keys.</summary>
    long DatabaseSize(int database = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the keys.</summary>
    Task<long> DatabaseSizeAsync(int database = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes the keys of a database. Needs <c>allowAdmin</c>.</summary>
    void FlushDatabase(int database = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes the keys of a database. Needs <c>allowAdmin</c>.</summary>
    Task FlushDatabaseAsync(int database = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes all keys. Needs <c>allowAdmin</c>.</summary>
    void FlushAllDatabases(CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes all keys. Needs <c>allowAdmin</c>.</summary>
    Task FlushAllDatabasesAsync(CommandFlags flags = CommandFlags.None);

    /// <summary>Gets what the server says of itself, by section. Needs <c>allowAdmin</c>.</summary>
    IGrouping<string, KeyValuePair<string, string>>[] Info(RedisValue section = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets what the server says of itself, by section. Needs <c>allowAdmin</c>.</summary>
    Task<IGrouping<string, KeyValuePair<string, string>>[]> InfoAsync(RedisValue section = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets what the server says of itself, as text. Needs <c>allowAdmin</c>.</summary>
    string? InfoRaw(RedisValue section = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets what the server says of itself, as text. Needs <c>allowAdmin</c>.</summary>
    Task<string?> InfoRawAsync(RedisValue section = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the server's time.</summary>
    DateTime Time(CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the server's time.</summary>
    Task<DateTime> TimeAsync(CommandFlags flags = CommandFlags.None);

    /// <summary>Sends any command.</summary>
    RedisResult Execute(string command, params object[] args);

    /// <summary>Sends any command.</summary>
    Task<RedisResult> ExecuteAsync(string command, params object[] args);
}
