using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace StackExchange.Redis;

/// <summary>A script with named parameters: <c>@name</c> becomes a key where the parameter is a <see cref="RedisKey" />, else an argument.</summary>
public sealed partial class LuaScript
{
    private static readonly ConcurrentDictionary<string, LuaScript> Cache = new();

    private readonly string[] _names;

    private LuaScript(string script)
    {
        OriginalScript = script;
        _names = [.. Parameter().Matches(script).Select(static m => m.Groups[1].Value).Distinct()];
    }

    /// <summary>The script as it was given.</summary>
    public string OriginalScript { get; }

    /// <summary>Prepares a script.</summary>
    public static LuaScript Prepare(string script)
    {
        ArgumentException.ThrowIfNullOrEmpty(script);
        return Cache.GetOrAdd(script, static s => new LuaScript(s));
    }

    /// <summary>Runs the script.</summary>
    public RedisResult Evaluate(IDatabase db, object? ps = null, RedisKey? withKeyPrefix = null, CommandFlags flags = CommandFlags.None)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Wait(EvaluateAsync(db, ps, withKeyPrefix, flags));
    }

    /// <summary>Runs the script.</summary>
    public Task<RedisResult> EvaluateAsync(IDatabaseAsync db, object? ps = null, RedisKey? withKeyPrefix = null, CommandFlags flags = CommandFlags.None)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = new List<RedisKey>();
        var values = new List<RedisValue>();
        var places = new Dictionary<string, string>();
        foreach (var name in _names)
        {
            var value = Value(ps, name);
            if (value is RedisKey key)
            {
                keys.Add(withKeyPrefix is { } prefix ? key.Prepend(prefix) : key);
                places[name] = $"KEYS[{keys.Count}]";
            }
            else
            {
                values.Add(Commands.Arg.Of([value])[0]);
                places[name] = $"ARGV[{values.Count}]";
            }
        }

        return db.ScriptEvaluateAsync(Parameter().Replace(OriginalScript, m => places[m.Groups[1].Value]), [.. keys], [.. values], flags);
    }

    internal Task<RedisResult> EvaluateAsync(Commands.CommandSource source, object? parameters, CommandFlags flags)
        => EvaluateAsync(source, parameters, withKeyPrefix: null, flags);

    private static object Value(object? parameters, string name)
    {
        var type = parameters?.GetType();
        return (type?.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(parameters)
                ?? type?.GetField(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(parameters))
            ?? throw new ArgumentException($"There is no value for the parameter @{name}.", nameof(parameters));
    }

    [GeneratedRegex("@([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex Parameter();
}
