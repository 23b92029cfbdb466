namespace StackExchange.Redis;

/// <summary>Commands that are done together or, where a condition does not hold, not at all. Their tasks end with the execution.</summary>
public interface ITransaction : IBatch
{
    /// <summary>Adds a condition.</summary>
    ConditionResult AddCondition(Condition condition);

    /// <summary>Does it. False: a condition did not hold, or a key of one changed meanwhile; the tasks are cancelled.</summary>
    bool Execute(CommandFlags flags = CommandFlags.None);

    /// <inheritdoc cref="Execute(CommandFlags)" />
    Task<bool> ExecuteAsync(CommandFlags flags = CommandFlags.None);
}
