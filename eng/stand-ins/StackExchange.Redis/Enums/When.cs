namespace StackExchange.Redis;

/// <summary>When a write happens.</summary>
public enum When
{
    /// <summary>Whether or not there is a value.</summary>
    Always,

    /// <summary>Only where there is a value.</summary>
    Exists,

    /// <summary>Only where there is none.</summary>
    NotExists,
}
