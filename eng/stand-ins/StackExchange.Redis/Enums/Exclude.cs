namespace StackExchange.Redis;

/// <summary>Which ends of a range are left out.</summary>
[Flags]
public enum Exclude
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The first.</summary>
    Start = 1,

    /// <summary>The last.</summary>
    Stop = 2,

    /// <summary>Both.</summary>
    Both = 3,
}
