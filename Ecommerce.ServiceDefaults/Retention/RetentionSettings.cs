namespace Ecommerce.ServiceDefaults.Retention;

/// <summary>How old rows are deleted, section <c>Retention</c>; how old they get is the service's to say, in the same section.</summary>
public sealed class RetentionSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Retention";

    /// <summary>How often a replica looks for old rows.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Rows that are deleted in one statement.</summary>
    public int BatchSize { get; set; } = 500;

    internal bool IsPossible => CheckEvery > TimeSpan.Zero && BatchSize > 0;
}
