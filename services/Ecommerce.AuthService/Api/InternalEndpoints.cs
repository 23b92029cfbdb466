using System.Security.Cryptography;
using System.Text;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Api;

internal static class InternalEndpoints
{
    public static void MapInternalEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/v1").WithTags("Internal");
        group.MapPost("/token", IssueToken).WithName("IssueServiceToken").WithSummary("Client credentials for services (RFC 6749 section 4.4).")
            .AllowAnonymous().DisableAntiforgery().NotStored();
        group.MapGet("/action-links/{id:guid}", GetLinkAsync).WithName("GetActionLink").WithSummary("A one-time link, for the mail that carries it.")
            .RequireAuthorization(Callers.Mailer).NotStored();
        group.MapGet("/sessions/{id:guid}", GetSessionAsync).WithName("GetLiveSession")
            .WithSummary("A session that has not ended, for services that require a recent proof: an access token can outlive its session.")
            .RequireAuthorization(Policies.Service).NotStored();
    }

    private static async Task<Results<Ok<LiveSessionDto>, ProblemHttpResult>> GetSessionAsync(
        Guid id, IAccountStore accounts, TimeProvider clock, CancellationToken cancellationToken) =>
        await accounts.FindSessionAsync(id, cancellationToken) is { } session && session.IsLive(clock.GetUtcNow())
            ? TypedResults.Ok(new LiveSessionDto(session.AccountId.Value))
            : AccountErrors.SessionNotFound.ToProblem();

    private static Results<Ok<Dictionary<string, object>>, ProblemHttpResult> IssueToken(
        HttpRequest request, IOptions<ServiceClientOptions> clients, ITokenIssuer tokens)
    {
        if (ReadCredentials(request.Headers.Authorization.ToString()) is not var (name, secret)
            || !Matches(clients.Value.GetValueOrDefault(name), secret))
        {
            return AccountErrors.ClientUnknown.ToProblem();
        }

        return TypedResults.Ok(new Dictionary<string, object>
        {
            ["access_token"] = tokens.ForService(name),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)tokens.Lifetime.TotalSeconds,
        });
    }

    private static async Task<Results<Ok<ActionLinkDto>, ProblemHttpResult>> GetLinkAsync(
        Guid id, IAccountStore accounts, IActionTokens tokens, TimeProvider clock, CancellationToken cancellationToken) =>
        await accounts.FindLinkAsync(id, cancellationToken) is { } link
        && await accounts.FindAsync(link.AccountId, cancellationToken) is { } account
        && account.IsOpen(link, clock.GetUtcNow())
            ? TypedResults.Ok(new ActionLinkDto(tokens.UrlFor(link), link.ExpiresAt))
            : AccountErrors.LinkNotFound.ToProblem();

    private static (string Name, string Secret)? ReadCredentials(string header)
    {
        var bytes = new byte[header.Length];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..], bytes, out var length))
        {
            return null;
        }

        var credentials = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return credentials.Length == 2 ? (credentials[0], credentials[1]) : null;
    }

    private static bool Matches(string? expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(given)))
        && expected is { Length: > 0 };
}
