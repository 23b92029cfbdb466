using System.Diagnostics;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Connection;

/// <summary>A command on its way, and who waits for its answer.</summary>
internal abstract class Message(string command, RedisValue[] arguments, int database)
{
    public string Command => command;

    public IReadOnlyList<RedisValue> Arguments => arguments;

    /// <summary>The database that must be selected; -1: any.</summary>
    public int Database => database;

    public long Created { get; } = Stopwatch.GetTimestamp();

    public bool Sent { get; set; }

    /// <summary>The span of the caller, where commands are traced.</summary>
    public RedisTrace? Trace { get; set; }

    /// <summary>Told when the server answers with an error, for those that nobody waits for too.</summary>
    public Action<string>? OnServerError { get; set; }

    public abstract bool IsCompleted { get; }

    public void Write(RespWriter writer)
    {
        writer.Header(arguments.Length + 1);
        writer.Bulk(command);
        foreach (var argument in arguments)
        {
            argument.Write(writer);
        }
    }

    public abstract void Complete(in Resp answer);

    public abstract void Fail(Exception exception);

    public abstract void Cancel();
}
