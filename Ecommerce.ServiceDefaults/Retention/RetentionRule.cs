namespace Ecommerce.ServiceDefaults.Retention;

/// <summary>How long rows of a table are kept.</summary>
/// <param name="Table">The table; its key is <c>id</c>.</param>
/// <param name="Condition">Which rows are to go, in SQL over that table; <c>{0}</c> is the time that they have to be older than.</param>
/// <param name="Age">How old they get.</param>
public sealed record RetentionRule(string Table, string Condition, TimeSpan Age)
{
    // Rows that another replica is deleting are left to it.
    internal string Delete => $"DELETE FROM {Table} WHERE id IN (SELECT id FROM {Table} WHERE {Condition} LIMIT {{1}} FOR UPDATE SKIP LOCKED)";
}
