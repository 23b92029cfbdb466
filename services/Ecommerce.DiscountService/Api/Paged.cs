using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.DiscountService.Api;

/// <summary>Answers a list: checks the page, reads one item more, and makes the cursor of the next.</summary>
internal static class Paged
{
    public static async Task<Results<Ok<Page<TResponse>>, ProblemHttpResult>> AnswerAsync<TItem, TResponse, TCursor>(
        PageRequest page, Func<TCursor?, int, Task<IReadOnlyList<TItem>>> read, Func<TItem, TResponse> map, Func<TResponse, TCursor> cursorOf)
        where TCursor : class
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<TCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var found = await read(cursor.Value, page.Size + 1);
        return TypedResults.Ok(KeysetCursor.ToPage([.. found.Select(map)], page.Size, cursorOf));
    }
}
