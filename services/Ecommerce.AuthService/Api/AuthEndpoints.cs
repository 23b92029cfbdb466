using System.Security.Claims;
using System.Text.Encodings.Web;
using Ecommerce.AuthService.Application.RegisterAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.VerifyEmail;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.AuthService.Api;

internal static class AuthEndpoints
{
    private const int LongestDevice = 200;

    public static void MapAuthEndpoints(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("Authentication").WithValidation();
        auth.MapPost("/register", RegisterAsync).WithName("Register").WithSummary("Makes an account and emails the link that verifies its address.")
            .AllowAnonymous().WithIdempotency();
        auth.MapGet("/verify-email", ShowVerification).WithName("ShowEmailVerification").WithSummary("The page behind the emailed link.")
            .AllowAnonymous();
        auth.MapPost("/verify-email", VerifyAsync).WithName("VerifyEmail").WithSummary("Verifies an email address with the emailed token.")
            .AllowAnonymous();
        auth.MapPost("/verify-email/form", VerifyByFormAsync).WithName("VerifyEmailByForm").WithSummary("The same, for the page's own form.")
            .AllowAnonymous().DisableAntiforgery();
        auth.MapPost("/login", LogInAsync).WithName("LogIn").WithSummary("Starts a session.").AllowAnonymous();
        auth.MapPost("/refresh", RefreshAsync).WithName("RefreshTokens").WithSummary("Exchanges a refresh token for the next pair.").AllowAnonymous();
        auth.MapPost("/logout", LogOutAsync).WithName("LogOut").WithSummary("Ends the caller's session.").RequireAuthorization();
    }

    private static async Task<Accepted> RegisterAsync(
        RegisterRequest request, RegisterAccountHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(
            new RegisterAccountCommand(http.ResourceId(clock), request.Email, request.Password, request.Name, request.Locale), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    // A page with a button, because mail scanners follow links and a link alone would be used up by them.
    private static ContentHttpResult ShowVerification(string token, HtmlEncoder encoder) => Page($"""
        <form method="post" action="/api/v1/auth/verify-email/form">
          <input type="hidden" name="token" value="{encoder.Encode(token)}">
          <button type="submit">Verify my email address</button>
        </form>
        """);

    private static async Task<Results<NoContent, ProblemHttpResult>> VerifyAsync(
        VerifyEmailRequest request, VerifyEmailHandler handler, CancellationToken cancellationToken)
    {
        var verified = await handler.HandleAsync(request.Token, cancellationToken);
        return verified.IsSuccess ? TypedResults.NoContent() : verified.Error.ToProblem();
    }

    private static async Task<ContentHttpResult> VerifyByFormAsync(
        [FromForm] string token, VerifyEmailHandler handler, HtmlEncoder encoder, CancellationToken cancellationToken)
    {
        var verified = await handler.HandleAsync(token, cancellationToken);
        return Page(encoder.Encode(verified.IsSuccess ? "Your email address is verified. You can log in now." : verified.Error.Message));
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> LogInAsync(
        LogInRequest request, LogInHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var device = http.Request.Headers.UserAgent.ToString();
        var pair = await handler.HandleAsync(request.Email, request.Password, device.Length > LongestDevice ? device[..LongestDevice] : device, cancellationToken);
        return pair.IsSuccess ? TypedResults.Ok(TokenResponse.Of(pair.Value)) : pair.Error.ToProblem();
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request, RefreshHandler handler, CancellationToken cancellationToken)
    {
        var pair = await handler.HandleAsync(request.RefreshToken, cancellationToken);
        return pair.IsSuccess ? TypedResults.Ok(TokenResponse.Of(pair.Value)) : pair.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LogOutAsync(ClaimsPrincipal caller, LogOutHandler handler, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(caller.FindFirstValue("sid"), out var sessionId))
        {
            return AccountErrors.RefreshInvalid.ToProblem();
        }

        await handler.HandleAsync(sessionId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static ContentHttpResult Page(string body) => TypedResults.Content(
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Email verification</title></head><body>{body}</body></html>", "text/html; charset=utf-8");
}
