using System.Security.Claims;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.ExternalLogin;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class ExternalLoginEndpoints
{
    public static void MapExternalLoginEndpoints(this IEndpointRouteBuilder app)
    {
        var external = app.MapGroup("/api/v1/auth/external").WithTags("External login").WithValidation();
        external.MapGet("/providers", ListProviders).WithName("ListExternalProviders").WithSummary("Where people may log in from.").AllowAnonymous();
        external.MapPost("/{provider}/start", StartAsync).WithName("StartExternalLogin").WithSummary("Where to send the person, and what to keep until they are back.")
            .AllowAnonymous().NotStored();
        external.MapPost("/{provider}/login", LogInAsync).WithName("LogInExternally").WithSummary("Starts a session with what the person came back with.")
            .AllowAnonymous().NotStored();
        external.MapGet("/links", ListLinksAsync).WithName("ListExternalLinks").WithSummary("The providers that the caller may log in from.")
            .RequireAuthorization(Callers.Person);
        external.MapPost("/{provider}/link", LinkAsync).WithName("LinkExternalLogin").WithSummary("Lets the caller log in from a provider.")
            .RequireAuthorization(Callers.Person).RequireRecentProof();
        external.MapDelete("/{provider}/link", UnlinkAsync).WithName("UnlinkExternalLogin").WithSummary("Ends that.")
            .RequireAuthorization(Callers.Person).RequireRecentProof();
    }

    private static Ok<IReadOnlyList<ExternalProvider>> ListProviders(IExternalProviders providers) => TypedResults.Ok(providers.All);

    private static async Task<Results<Ok<StartedFlow>, ProblemHttpResult>> StartAsync(
        string provider, ExternalLoginHandler handler, CancellationToken cancellationToken)
    {
        var started = await handler.StartAsync(provider, cancellationToken);
        return started.IsSuccess ? TypedResults.Ok(started.Value) : started.Error.ToProblem();
    }

    private static async Task<Results<Ok<TokenResponse>, Accepted<ChallengeResponse>, ProblemHttpResult>> LogInAsync(
        string provider, FinishExternalLoginRequest request, ExternalLoginHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await handler.LogInAsync(
            provider, new FlowAnswer(request.Flow, request.State, request.Code), request.DeviceToken, http.Origin(), cancellationToken);
        return outcome.ToAnswer();
    }

    private static async Task<Ok<IReadOnlyList<ExternalLinkResponse>>> ListLinksAsync(
        IAccountStore accounts, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var links = await accounts.ExternalOfAsync(caller.AccountId(), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ExternalLinkResponse>>([.. links.Select(link => new ExternalLinkResponse(link.Provider, link.LinkedAt))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LinkAsync(
        string provider, FinishExternalLoginRequest request, ExternalLoginHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var linked = await handler.LinkAsync(
            caller.AccountId(), provider, new FlowAnswer(request.Flow, request.State, request.Code), http.Origin(), cancellationToken);
        return linked.IsSuccess ? TypedResults.NoContent() : linked.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlinkAsync(
        string provider, ExternalLoginHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var unlinked = await handler.UnlinkAsync(caller.AccountId(), provider, http.Origin(), cancellationToken);
        return unlinked.IsSuccess ? TypedResults.NoContent() : unlinked.Error.ToProblem();
    }
}
