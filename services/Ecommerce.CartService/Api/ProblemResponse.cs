using Ecommerce.CartService.Application.PriceCart;

namespace Ecommerce.CartService.Api;

/// <summary>What is wrong with a line, or new about it.</summary>
/// <remarks>
/// Before: the price or discount that was shown before, in minor units, or the units that were wanted.
/// Now: the price or discount now, or the units that there are.
/// </remarks>
internal sealed record ProblemResponse(LineProblem Code, string Message, long? Before, long? Now)
{
    public static ProblemResponse Of(Problem problem) => new(
        problem.Code,
        problem.Code switch
        {
            LineProblem.PriceChanged => "The price has changed.",
            LineProblem.DiscountChanged => "The discount has changed.",
            LineProblem.QuantityReduced => "Both carts had the article; there are not as many as they had together.",
            LineProblem.InsufficientStock => "There are not so many left.",
            LineProblem.NoLongerSold => "The article is no longer sold.",
            _ => throw new InvalidOperationException($"There is no problem {problem.Code}."),
        },
        problem.Before,
        problem.Now);
}
