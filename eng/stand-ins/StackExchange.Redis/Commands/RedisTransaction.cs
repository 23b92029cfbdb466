using StackExchange.Redis.Connection;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

/// <summary>
/// Collects commands and has the server do them together. Where there are conditions, their keys are watched: that is a
/// state of the connection, so such transactions have a connection of their own, one at a time.
/// </summary>
internal sealed class RedisTransaction(ConnectionMultiplexer multiplexer, int database)
    : CommandSource(multiplexer, database), ITransaction
{
    private readonly Lock _lock = new();
    private readonly List<ConditionResult> _conditions = [];
    private List<Message> _messages = [];

    protected override bool CanAskTwice => false;

    public ConditionResult AddCondition(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var result = new ConditionResult(condition);
        lock (_lock)
        {
            _conditions.Add(result);
        }

        return result;
    }

    void IBatch.Execute() => Execute();

    public bool Execute(CommandFlags flags = CommandFlags.None) => Wait(ExecuteAsync(flags));

    public async Task<bool> ExecuteAsync(CommandFlags flags = CommandFlags.None)
    {
        List<Message> messages;
        List<ConditionResult> conditions;
        lock (_lock)
        {
            (messages, _messages) = (_messages, []);
            conditions = [.. _conditions];
            _conditions.Clear();
        }

        if (messages.Count == 0 && conditions.Count == 0)
        {
            return true;
        }

        var execution = new TransactionMessages(messages, Database);
        if (conditions.Count == 0)
        {
            Owner.Interactive.Send(execution.All);
            return await execution.Done.ConfigureAwait(false);
        }

        try
        {
            return await Owner.Transactions.RunAsync(connection => ExecuteAsync(connection, execution, conditions)).ConfigureAwait(false);
        }
        catch (Exception ex)
        {
            messages.ForEach(m => m.Fail(ex));
            throw;
        }
    }

    protected override void Send(Message message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }

    private async Task<bool> ExecuteAsync(PhysicalConnection connection, TransactionMessages execution, List<ConditionResult> conditions)
    {
        var questions = conditions.ConvertAll(c => (Result: c, Message: Ask(c.Condition.Command, c.Condition.Arguments, answer => c.Condition.Holds(answer))));
        List<Message> asking =
        [
            Ask("WATCH", [.. conditions.Select(static c => c.Condition.Key.AsValue).Distinct()], static _ => true),
            .. questions.Select(static q => q.Message),
        ];
        Write(connection, asking);

        var holds = true;
        foreach (var (result, message) in questions)
        {
            result.WasSatisfied = await message.Task.ConfigureAwait(false);
            holds &= result.WasSatisfied;
        }

        if (!holds)
        {
            var unwatch = Ask("UNWATCH", [], static _ => true);
            Write(connection, [unwatch]);
            execution.Cancel();
            await unwatch.Task.ConfigureAwait(false);
            return false;
        }

        // The same connection: on another one nothing is watched.
        Write(connection, execution.All);
        return await execution.Done.ConfigureAwait(false);
    }

    private static void Write(PhysicalConnection connection, IReadOnlyCollection<Message> messages)
    {
        if (!connection.TryWrite(messages))
        {
            throw new RedisConnectionException(ConnectionFailureType.SocketClosed, "The connection broke in the middle of a transaction; nothing was done.");
        }
    }

    private Message<bool> Ask(string command, RedisValue[] arguments, Func<Resp, bool> read)
        => new(command, arguments, Database, read, wanted: true);
}
