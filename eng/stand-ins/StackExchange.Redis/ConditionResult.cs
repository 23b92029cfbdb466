namespace StackExchange.Redis;

/// <summary>Whether a condition held; known after the execution.</summary>
public sealed class ConditionResult
{
    internal ConditionResult(Condition condition) => Condition = condition;

    /// <summary>Whether it held.</summary>
    public bool WasSatisfied { get; internal set; }

    internal Condition Condition { get; }
}
