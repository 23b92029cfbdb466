namespace Ecommerce.ServiceDefaults.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The items' wire record.</typeparam>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
