namespace StackExchange.Redis;

/// <summary>What everything that sends commands has.</summary>
public interface IRedis : IRedisAsync
{
    /// <summary>Asks the server for a sign of life; gets how long it took.</summary>
    TimeSpan Ping(CommandFlags flags = CommandFlags.None);
}
