namespace StackExchange.Redis;

/// <summary>The order of a range.</summary>
public enum Order
{
    /// <summary>From low to high.</summary>
    Ascending,

    /// <summary>From high to low.</summary>
    Descending,
}
