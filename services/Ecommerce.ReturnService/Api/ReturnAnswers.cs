using Ecommerce.ReturnService.Domain;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ReturnService.Api;

/// <summary>Answers that all return endpoints give.</summary>
internal static class ReturnAnswers
{
    public static Results<Ok<ReturnResponse>, ProblemHttpResult> ToAnswer(this Result<Return> result) =>
        result.IsSuccess ? TypedResults.Ok(ReturnResponse.Of(result.Value)) : result.Error.ToProblem();

    public static async Task<Results<Ok<Page<ReturnResponse>>, ProblemHttpResult>> ToAnswerAsync(
        this PageRequest page, Func<Guid?, int, Task<IReadOnlyList<Return>>> read)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<ReturnCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var returns = await read(cursor.Value?.Id, page.Size + 1);
        return TypedResults.Ok(KeysetCursor.ToPage([.. returns.Select(ReturnResponse.Of)], page.Size, item => new ReturnCursor(item.Id)));
    }
}
