using StackExchange.Redis.Connection;

namespace StackExchange.Redis.Commands;

/// <summary>Sends commands at once.</summary>
internal sealed partial class RedisDatabase(ConnectionMultiplexer multiplexer, int database)
    : CommandSource(multiplexer, database), IDatabase
{
    public IBatch CreateBatch(object? asyncState = null) => new RedisBatch(Owner, Database);

    public ITransaction CreateTransaction(object? asyncState = null) => new RedisTransaction(Owner, Database);

    public TimeSpan Ping(CommandFlags flags = CommandFlags.None) => Wait(PingAsync(flags));

    protected override void Send(Message message) => Owner.Interactive.Send(message);
}
