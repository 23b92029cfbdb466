using System.Net;

namespace StackExchange.Redis.Commands;

/// <summary>A server, by way of the commands of its databases.</summary>
internal sealed class RedisServer(ConnectionMultiplexer multiplexer, EndPoint endPoint) : IServer
{
    private RedisDatabase Any => new(multiplexer, -1);

    public EndPoint EndPoint => endPoint;

    public bool IsConnected => multiplexer.IsConnected;

    public bool IsReplica => false;

    public IConnectionMultiplexer Multiplexer => multiplexer;

    public IEnumerable<RedisKey> Keys(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None)
        => KeysAsync(database, pattern, pageSize, cursor, pageOffset, flags).ToBlockingEnumerable();

    public async IAsyncEnumerable<RedisKey> KeysAsync(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None)
    {
        var target = Of(database);
        RedisValue next = cursor;
        do
        {
            object[] arguments = [next, .. pattern.IsNullOrEmpty ? (object[])[] : ["MATCH", pattern], "COUNT", pageSize];
            var page = await target.ExecuteAsync("SCAN", arguments).ConfigureAwait(false);
            next = (RedisValue)page[0];
            foreach (var key in ((RedisKey[])page[1]!).Skip(pageOffset))
            {
                yield return key;
            }

            pageOffset = 0;
        }
        while (next != 0);
    }

    public long DatabaseSize(int database = -1, CommandFlags flags = CommandFlags.None) => Wait(DatabaseSizeAsync(database, flags));

    public async Task<long> DatabaseSizeAsync(int database = -1, CommandFlags flags = CommandFlags.None)
        => (long)await Of(database).ExecuteAsync("DBSIZE", [], flags).ConfigureAwait(false);

    public void FlushDatabase(int database = -1, CommandFlags flags = CommandFlags.None) => Wait(FlushDatabaseAsync(database, flags));

    public Task FlushDatabaseAsync(int database = -1, CommandFlags flags = CommandFlags.None)
    {
        multiplexer.DemandAdmin("FLUSHDB");
        return Of(database).ExecuteAsync("FLUSHDB", [], flags);
    }

    public void FlushAllDatabases(CommandFlags flags = CommandFlags.None) => Wait(FlushAllDatabasesAsync(flags));

    public Task FlushAllDatabasesAsync(CommandFlags flags = CommandFlags.None)
    {
        multiplexer.DemandAdmin("FLUSHALL");
        return Any.ExecuteAsync("FLUSHALL", [], flags);
    }

    public IGrouping<string, KeyValuePair<string, string>>[] Info(RedisValue section = default, CommandFlags flags = CommandFlags.None)
        => Wait(InfoAsync(section, flags));

    public async Task<IGrouping<string, KeyValuePair<string, string>>[]> InfoAsync(RedisValue section = default, CommandFlags flags = CommandFlags.None)
    {
        var text = await InfoRawAsync(section, flags).ConfigureAwait(false) ?? string.Empty;
        var heading = "miscellaneous";
        var pairs = new List<(string Heading, KeyValuePair<string, string> Pair)>();
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                heading = line[2..].Trim();
            }
            else if (colon > 0)
            {
                pairs.Add((heading, KeyValuePair.Create(line[..colon], line[(colon + 1)..])));
            }
        }

        return [.. pairs.GroupBy(static p => p.Heading, static p => p.Pair)];
    }

    public string? InfoRaw(RedisValue section = default, CommandFlags flags = CommandFlags.None) => Wait(InfoRawAsync(section, flags));

    public async Task<string?> InfoRawAsync(RedisValue section = default, CommandFlags flags = CommandFlags.None)
    {
        multiplexer.DemandAdmin("INFO");
        return (string?)await Any.ExecuteAsync("INFO", section.IsNullOrEmpty ? [] : [section], flags).ConfigureAwait(false);
    }

    public DateTime Time(CommandFlags flags = CommandFlags.None) => Wait(TimeAsync(flags));

    public async Task<DateTime> TimeAsync(CommandFlags flags = CommandFlags.None)
    {
        var parts = (long[])(await Any.ExecuteAsync("TIME", [], flags).ConfigureAwait(false))!;
        return DateTime.UnixEpoch.AddSeconds(parts[0]).AddMicroseconds(parts[1]);
    }

    public RedisResult Execute(string command, params object[] args) => Wait(ExecuteAsync(command, args));

    public Task<RedisResult> ExecuteAsync(string command, params object[] args) => Any.ExecuteAsync(command, args);

    public TimeSpan Ping(CommandFlags flags = CommandFlags.None) => Wait(PingAsync(flags));

    public Task<TimeSpan> PingAsync(CommandFlags flags = CommandFlags.None) => Any.PingAsync(flags);

    public void Wait(Task task) => multiplexer.Wait(task);

    public T Wait<T>(Task<T> task) => multiplexer.Wait(task);

    public void WaitAll(params Task[] tasks) => multiplexer.WaitAll(tasks);

    private IDatabase Of(int database) => multiplexer.GetDatabase(database);
}
