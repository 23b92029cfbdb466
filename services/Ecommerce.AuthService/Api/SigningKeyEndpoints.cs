using System.Security.Claims;
using Ecommerce.AuthService.Application.SigningKeys;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class SigningKeyEndpoints
{
    public static void MapSigningKeyEndpoints(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/api/v1/auth/signing-keys").WithTags("Signing keys").RequireAuthorization(Policies.Admin);
        keys.MapGet("/", ListAsync).WithName("ListSigningKeys").WithSummary("The keys that sign tokens, newest first.");
        keys.MapPost("/rotate", RotateAsync).WithName("RotateSigningKey").WithSummary("Publishes the next key, which signs a while later.").RequireRecentProof();
    }

    private static async Task<Ok<IReadOnlyList<SigningKeyView>>> ListAsync(ISigningKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.ListAsync(cancellationToken));

    private static async Task<Results<Accepted<SigningKeyView>, ProblemHttpResult>> RotateAsync(
        RotateKeysHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var rotated = await handler.HandleAsync(caller.AccountId(), http.Origin(), cancellationToken);
        return rotated.IsSuccess ? TypedResults.Accepted((string?)null, rotated.Value) : rotated.Error.ToProblem();
    }
}
