using System.Security.Claims;
using System.Text.Encodings.Web;
using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Application.RegisterAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.VerifyEmail;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.AuthService.Api;

/// <summary>From a new account to its sessions. No idempotency keys here: their record would keep passwords' hashes and tokens.</summary>
internal static class AuthEndpoints
{
    private const string Title = "Email verification";

    public static void MapAuthEndpoints(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("Authentication").WithValidation();
        auth.MapPost("/register", RegisterAsync).WithName("Register").WithSummary("Makes an account and emails the link that verifies its address.").AllowAnonymous();
        auth.MapGet("/verify-email", ShowVerification).WithName("ShowEmailVerification").WithSummary("The page behind the emailed link.")
            .AllowAnonymous();
        auth.MapPost("/verify-email", VerifyAsync).WithName("VerifyEmail").WithSummary("Verifies an email address with the emailed token.")
            .AllowAnonymous();
        auth.MapPost("/verify-email/form", VerifyByFormAsync).WithName("VerifyEmailByForm").WithSummary("The same, for the page's own form.")
            .AllowAnonymous().DisableAntiforgery();
        auth.MapPost("/verify-email/resend", ResendAsync).WithName("ResendEmailVerification").WithSummary("Emails a new verification link; earlier ones stop working.")
            .AllowAnonymous();
        auth.MapPost("/login", LogInAsync).WithName("LogIn").WithSummary("Starts a session, or gives the challenge for the second factor.")
            .AllowAnonymous().NotStored();
        auth.MapPost("/login/mfa", AnswerChallengeAsync).WithName("LogInSecondStep").WithSummary("Starts the session with the second factor's code.")
            .AllowAnonymous().NotStored();
        auth.MapPost("/refresh", RefreshAsync).WithName("RefreshTokens").WithSummary("Exchanges a refresh token for the next pair.").AllowAnonymous().NotStored();
        auth.MapPost("/logout", LogOutAsync).WithName("LogOut").WithSummary("Ends the caller's session.").RequireAuthorization(Callers.Person);
        auth.MapPost("/logout-everywhere", LogOutEverywhereAsync).WithName("LogOutEverywhere").WithSummary("Ends all sessions of the caller.")
            .RequireAuthorization(Callers.Person);
        auth.MapPost("/step-up", StepUpAsync).WithName("StepUp").WithSummary("Proves again who the caller is, for what asks for a recent proof.")
            .RequireAuthorization(Callers.Person).NotStored();
    }

    private static async Task<Accepted> RegisterAsync(RegisterRequest request, RegisterAccountHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(new RegisterAccountCommand(request.Email, request.Password, request.Name, request.Locale, http.Origin()), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    // A page with a button, because mail scanners follow links and a link alone would be used up by them.
    private static ContentHttpResult ShowVerification(string token, HtmlEncoder encoder, HttpContext http) => HtmlPage.Of(http, Title, $"""
        <form method="post" action="/api/v1/auth/verify-email/form">
          <input type="hidden" name="token" value="{encoder.Encode(token)}">
          <button type="submit">Verify my email address</button>
        </form>
        """);

    private static async Task<Results<NoContent, Ok<VerifiedResponse>, ProblemHttpResult>> VerifyAsync(
        VerifyEmailRequest request, VerifyEmailHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var verified = await handler.HandleAsync(request.Token, http.Origin(), cancellationToken);
        return !verified.IsSuccess ? verified.Error.ToProblem()
            : verified.Value ? TypedResults.Ok(new VerifiedResponse(PasswordLinkSent: true))
            : TypedResults.NoContent();
    }

    private static async Task<ContentHttpResult> VerifyByFormAsync(
        [FromForm] string token, VerifyEmailHandler handler, HtmlEncoder encoder, HttpContext http, CancellationToken cancellationToken)
    {
        var verified = await handler.HandleAsync(token, http.Origin(), cancellationToken);
        return HtmlPage.Of(http, Title, encoder.Encode(!verified.IsSuccess ? verified.Error.Message
            : verified.Value ? "Your email address is verified. It was registered more than once, so we have sent you a link to choose your password."
            : "Your email address is verified. You can log in now."));
    }

    private static async Task<Accepted> ResendAsync(EmailRequest request, AskForLinkHandler handler, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(request.Email, ActionPurpose.EmailVerification, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<Ok<TokenResponse>, Accepted<ChallengeResponse>, ProblemHttpResult>> LogInAsync(
        LogInRequest request, LogInHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleAsync(new LogInCommand(request.Email, request.Password, request.DeviceToken, http.Origin()), cancellationToken);
        return outcome.ToAnswer();
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> AnswerChallengeAsync(
        AnswerChallengeRequest request, AnswerChallengeHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var pair = await handler.HandleAsync(request.Challenge, request.Code, request.DeviceToken, http.Origin(), cancellationToken);
        return pair.IsSuccess ? TypedResults.Ok(TokenResponse.Of(pair.Value)) : pair.Error.ToProblem();
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, RefreshHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var pair = await handler.HandleAsync(request.RefreshToken, http.Origin(), cancellationToken);
        return pair.IsSuccess ? TypedResults.Ok(TokenResponse.Of(pair.Value)) : pair.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LogOutAsync(
        ClaimsPrincipal caller, LogOutHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        if (caller.SessionId() is { } sessionId)
        {
            await handler.OneAsync(caller.AccountId(), sessionId, http.Origin(), cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LogOutEverywhereAsync(ClaimsPrincipal caller, LogOutHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        await handler.EverywhereAsync(caller.AccountId(), http.Origin(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ProofResponse>, ProblemHttpResult>> StepUpAsync(
        StepUpRequest request, StepUpHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (caller.SessionId() is not { } sessionId)
        {
            return AccountErrors.RefreshInvalid.ToProblem();
        }

        var proof = await handler.HandleAsync(caller.AccountId(), sessionId, request.Password, request.Code, http.Origin(), cancellationToken);
        return proof.IsSuccess
            ? TypedResults.Ok(new ProofResponse(proof.Value.AccessToken, "Bearer", (int)proof.Value.ExpiresIn.TotalSeconds))
            : proof.Error.ToProblem();
    }
}
