namespace StackExchange.Redis;

/// <summary>When a member of a sorted set is written.</summary>
[Flags]
public enum SortedSetWhen
{
    /// <summary>In any case.</summary>
    Always = 0,

    /// <summary>Where it is a member.</summary>
    Exists = 1,

    /// <summary>Where the new score is greater.</summary>
    GreaterThan = 2,

    /// <summary>Where the new score is less.</summary>
    LessThan = 4,

    /// <summary>Where it is no member.</summary>
    NotExists = 8,
}
