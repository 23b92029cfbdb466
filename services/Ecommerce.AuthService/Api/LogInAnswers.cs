using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class LogInAnswers
{
    /// <summary>200 with the tokens, or 202 with the challenge for the second factor.</summary>
    public static Results<Ok<TokenResponse>, Accepted<ChallengeResponse>, ProblemHttpResult> ToAnswer(this Result<LogInOutcome> outcome) =>
        !outcome.IsSuccess ? outcome.Error.ToProblem()
        : outcome.Value.Tokens is { } pair ? TypedResults.Ok(TokenResponse.Of(pair))
        : TypedResults.Accepted((string?)null, new ChallengeResponse(outcome.Value.Challenge!, outcome.Value.ChallengeExpiresAt!.Value));
}
