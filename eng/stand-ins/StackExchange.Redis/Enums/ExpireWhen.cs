namespace StackExchange.Redis;

/// <summary>When an expiry is set.</summary>
public enum ExpireWhen
{
    /// <summary>In any case.</summary>
    Always,

    /// <summary>Where it is later than the present one.</summary>
    GreaterThanCurrentExpiry,

    /// <summary>Where there is one.</summary>
    HasExpiry,

    /// <summary>Where there is none.</summary>
    HasNoExpiry,

    /// <summary>Where it is sooner than the present one.</summary>
    LessThanCurrentExpiry,
}
