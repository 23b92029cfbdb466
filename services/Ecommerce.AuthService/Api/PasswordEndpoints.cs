using System.Security.Claims;
using System.Text.Encodings.Web;
using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.AuthService.Api;

internal static class PasswordEndpoints
{
    private const string Title = "New password";

    public static void MapPasswordEndpoints(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("Passwords").WithValidation();
        auth.MapPut("/password", ChangeAsync).WithName("ChangePassword").WithSummary("A new password for the present one; the caller's other sessions end.")
            .RequireAuthorization(Callers.Person);
        auth.MapPost("/password-reset", AskAsync).WithName("AskForPasswordReset").WithSummary("Emails a link, if the address has an account.").AllowAnonymous();
        auth.MapGet("/password-reset", Show).WithName("ShowPasswordReset").WithSummary("The page behind the emailed link.").AllowAnonymous();
        auth.MapPost("/password-reset/confirm", ResetAsync).WithName("ResetPassword").WithSummary("Sets a password with the emailed token; all sessions end.")
            .AllowAnonymous();
        auth.MapPost("/password-reset/form", ResetByFormAsync).WithName("ResetPasswordByForm").WithSummary("The same, for the page's own form.")
            .AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ChangePasswordRequest request, ChangePasswordHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var changed = await handler.HandleAsync(caller.AccountId(), request.CurrentPassword, request.NewPassword, http.Origin(), cancellationToken);
        return changed.IsSuccess ? TypedResults.NoContent() : changed.Error.ToProblem();
    }

    private static async Task<Accepted> AskAsync(EmailRequest request, AskForLinkHandler handler, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(request.Email, ActionPurpose.PasswordReset, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static ContentHttpResult Show(string token, HtmlEncoder encoder, HttpContext http) => HtmlPage.Of(http, Title, Form(encoder.Encode(token)));

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        ResetPasswordRequest request, ResetPasswordHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var reset = await handler.HandleAsync(request.Token, request.NewPassword, http.Origin(), cancellationToken);
        return reset.IsSuccess ? TypedResults.NoContent() : reset.Error.ToProblem();
    }

    private static async Task<ContentHttpResult> ResetByFormAsync(
        [FromForm] string token, [FromForm] string newPassword, ResetPasswordHandler handler, IValidator<ResetPasswordRequest> rules, HtmlEncoder encoder,
        HttpContext http, CancellationToken cancellationToken)
    {
        var valid = await rules.ValidateAsync(new ResetPasswordRequest(token, newPassword), cancellationToken);
        if (!valid.IsValid)
        {
            return HtmlPage.Of(http, Title, $"<p>{encoder.Encode(valid.Errors[0].ErrorMessage)}</p>{Form(encoder.Encode(token))}");
        }

        var reset = await handler.HandleAsync(token, newPassword, http.Origin(), cancellationToken);
        return HtmlPage.Of(http, Title, encoder.Encode(reset.IsSuccess ? "Your password is set. You can log in now." : reset.Error.Message));
    }

    private static string Form(string token) => $"""
        <form method="post" action="/api/v1/auth/password-reset/form">
          <input type="hidden" name="token" value="{token}">
          <label>New password <input type="password" name="newPassword" autocomplete="new-password" minlength="{PasswordRules.Shortest}" maxlength="{PasswordRules.Longest}" required></label>
          <button type="submit">Set my password</button>
        </form>
        """;
}
