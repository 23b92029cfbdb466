using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.ServiceDefaults.Paging;

/// <summary>Which page of a list: <c>?limit=1..100&amp;cursor=…</c>.</summary>
/// <param name="Limit">How many items; 20 where it is not given.</param>
/// <param name="Cursor">From the page before; none for the first.</param>
public readonly record struct PageRequest([FromQuery] int? Limit, [FromQuery] string? Cursor)
{
    /// <summary>The number of items where none is asked for.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The most items that a page has.</summary>
    public const int MaximumLimit = 100;

    /// <summary>The number of items of the page.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>Refuses a limit that is out of range.</summary>
    public Result Check() => Size is >= 1 and <= MaximumLimit
        ? Result.Success
        : Error.InvalidField("limit", $"The limit is from 1 to {MaximumLimit}.");
}
