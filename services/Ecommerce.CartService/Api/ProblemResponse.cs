using Ecommerce.CartService.Application.PriceCart;

namespace Ecommerce.CartService.Api;

/// <summary>What is wrong with a line.</summary>
internal sealed record ProblemResponse(LineProblem Code, string Message)
{
    public static ProblemResponse Of(LineProblem problem) => new(problem, problem switch
    {
        LineProblem.PriceChanged => "The price has changed since the article was added.",
        LineProblem.InsufficientStock => "There are not so many left.",
        LineProblem.NoLongerSold => "The article is no longer sold.",
        _ => throw new InvalidOperationException($"There is no problem {problem}."),
    });
}
