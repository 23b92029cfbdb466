namespace Ecommerce.ServiceDefaults.Retention;

/// <summary>What a service forgets.</summary>
public interface IRetentionRules
{
    /// <summary>Rows that others refer to come after those others.</summary>
    IReadOnlyList<RetentionRule> All { get; }
}
