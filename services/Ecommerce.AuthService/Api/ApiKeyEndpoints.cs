using System.Security.Claims;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.ApiKeys;
using Ecommerce.AuthService.Application.ReadAccount;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeyEndpoints(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("API keys").WithValidation();
        auth.MapPost("/token", ExchangeAsync).WithName("ExchangeApiKey").WithSummary("A short token for an API key.").AllowAnonymous().NotStored();
        auth.MapGet("/api-keys", ListAsync).WithName("ListApiKeys").WithSummary("The caller's keys, newest first; only their beginnings are known.")
            .RequireAuthorization(Policies.Staff);
        auth.MapPost("/api-keys", CreateAsync).WithName("CreateApiKey").WithSummary("A key for a program; it is shown this once.")
            .RequireAuthorization(Policies.Staff).RequireRecentProof().NotStored();
        auth.MapDelete("/api-keys/{id:guid}", RevokeAsync).WithName("RevokeApiKey").WithSummary("Revokes one of the caller's keys; an admin revokes any.")
            .RequireAuthorization(Policies.Staff);
        auth.MapGet("/accounts/{id:guid}/api-keys", ListOfAccountAsync).WithName("ListApiKeysOfAccount").WithSummary("Anybody's keys, newest first.")
            .RequireAuthorization(Policies.Admin);
    }

    private static async Task<Results<Ok<ProofResponse>, ProblemHttpResult>> ExchangeAsync(
        ExchangeApiKeyRequest request, ApiKeyHandler handler, ITokenIssuer tokens, CancellationToken cancellationToken)
    {
        var token = await handler.ExchangeAsync(request.ApiKey, cancellationToken);
        return token.IsSuccess ? TypedResults.Ok(new ProofResponse(token.Value, "Bearer", (int)tokens.Lifetime.TotalSeconds)) : token.Error.ToProblem();
    }

    private static Task<Results<Ok<Page<ApiKeyResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IAccountReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        ReadAsync(page, reader, caller.AccountId(), cancellationToken);

    private static Task<Results<Ok<Page<ApiKeyResponse>>, ProblemHttpResult>> ListOfAccountAsync(
        Guid id, [AsParameters] PageRequest page, IAccountReader reader, CancellationToken cancellationToken) =>
        ReadAsync(page, reader, new AccountId(id), cancellationToken);

    private static async Task<Results<Created<NewApiKeyResponse>, ProblemHttpResult>> CreateAsync(
        CreateApiKeyRequest request, ApiKeyHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var created = await handler.CreateAsync(
            caller.AccountId(), request.Name, request.Roles, TimeSpan.FromDays(request.ExpiresInDays), http.Origin(), cancellationToken);
        return created.IsSuccess
            ? TypedResults.Created((string?)null, new NewApiKeyResponse(created.Value.Key, ApiKeyResponse.Of(created.Value.Row)))
            : created.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, ApiKeyHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        AccountId? owner = caller.IsInRole(Roles.Admin) ? null : caller.AccountId();
        var revoked = await handler.RevokeAsync(id, owner, http.Origin(), cancellationToken);
        return revoked.IsSuccess ? TypedResults.NoContent() : revoked.Error.ToProblem();
    }

    private static async Task<Results<Ok<Page<ApiKeyResponse>>, ProblemHttpResult>> ReadAsync(
        PageRequest page, IAccountReader reader, AccountId account, CancellationToken cancellationToken)
    {
        var cursor = page.ReadCursor();
        if (!cursor.IsSuccess)
        {
            return cursor.Error.ToProblem();
        }

        var keys = await reader.ApiKeysAsync(account, cursor.Value.Before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage([.. keys.Select(ApiKeyResponse.Of)], page.Size, key => new IdCursor(key.Id)));
    }
}
