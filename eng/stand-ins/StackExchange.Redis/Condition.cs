using StackExchange.Redis.Protocol;

namespace StackExchange.Redis;

/// <summary>A condition of a transaction.</summary>
public sealed class Condition
{
    private readonly string _text;
    private readonly Func<Resp, bool> _holds;

    private Condition(string text, RedisKey key, string command, RedisValue[] arguments, Func<Resp, bool> holds)
    {
        _text = text;
        Key = key;
        Command = command;
        Arguments = [key.AsValue, .. arguments];
        _holds = holds;
    }

    internal RedisKey Key { get; }

    internal string Command { get; }

    internal RedisValue[] Arguments { get; }

    /// <summary>The key exists.</summary>
    public static Condition KeyExists(RedisKey key) => new($"{key} exists", key, "EXISTS", [], static r => r.Integer == 1);

    /// <summary>The key does not exist.</summary>
    public static Condition KeyNotExists(RedisKey key) => new($"{key} does not exist", key, "EXISTS", [], static r => r.Integer == 0);

    /// <summary>The key has the value; null: it does not exist.</summary>
    public static Condition StringEqual(RedisKey key, RedisValue value) => new($"{key} == {value}", key, "GET", [], r => r.Value == value);

    /// <summary>The key does not have the value; null: it exists.</summary>
    public static Condition StringNotEqual(RedisKey key, RedisValue value) => new($"{key} != {value}", key, "GET", [], r => r.Value != value);

    /// <summary>The hash has the field.</summary>
    public static Condition HashExists(RedisKey key, RedisValue hashField)
        => new($"{key} > {hashField} exists", key, "HEXISTS", [hashField], static r => r.Integer == 1);

    /// <summary>The hash does not have the field.</summary>
    public static Condition HashNotExists(RedisKey key, RedisValue hashField)
        => new($"{key} > {hashField} does not exist", key, "HEXISTS", [hashField], static r => r.Integer == 0);

    /// <summary>The field has the value.</summary>
    public static Condition HashEqual(RedisKey key, RedisValue hashField, RedisValue value)
        => new($"{key} > {hashField} == {value}", key, "HGET", [hashField], r => r.Value == value);

    /// <summary>The field does not have the value.</summary>
    public static Condition HashNotEqual(RedisKey key, RedisValue hashField, RedisValue value)
        => new($"{key} > {hashField} != {value}", key, "HGET", [hashField], r => r.Value != value);

    /// <summary>The set has the member.</summary>
    public static Condition SetContains(RedisKey key, RedisValue member)
        => new($"{key} contains {member}", key, "SISMEMBER", [member], static r => r.Integer == 1);

    /// <summary>The set does not have the member.</summary>
    public static Condition SetNotContains(RedisKey key, RedisValue member)
        => new($"{key} does not contain {member}", key, "SISMEMBER", [member], static r => r.Integer == 0);

    /// <inheritdoc />
    public override string ToString() => _text;

    internal bool Holds(in Resp answer) => !answer.IsError && _holds(answer);
}
