using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain.Reviews;

/// <summary>Every refusal of reviews, by its stable code.</summary>
internal static class ReviewErrors
{
    public static readonly Error NotFound = Error.NotFound("review.not_found", "There is no such review.");

    public static readonly Error Written = Error.Conflict("review.written", "You have reviewed this product already; that review can be edited.");

    public static readonly Error Erased = Error.Refused("review.account_erased", "The account is erased.");

    public static readonly Error Decided = Error.Conflict("review.decided", "That is what was decided already.");

    public static readonly Error Own = Error.Refused("review.own", "Nobody votes on a review of their own.");

    public static readonly Error Stale = Error.Stale("resource.stale", "The review has changed since it was read.");
}
