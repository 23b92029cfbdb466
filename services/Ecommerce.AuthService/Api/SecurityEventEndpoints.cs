using System.Security.Claims;
using Ecommerce.AuthService.Application.ReadAccount;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class SecurityEventEndpoints
{
    public static void MapSecurityEventEndpoints(this IEndpointRouteBuilder app)
    {
        var log = app.MapGroup("/api/v1/auth/security-events").WithTags("Audit log");
        log.MapGet("/", ListOwnAsync).WithName("ListOwnSecurityEvents").WithSummary("What happened to the caller's account, newest first.")
            .RequireAuthorization(Callers.Person);
        log.MapGet("/all", ListAsync).WithName("ListSecurityEvents").WithSummary("The audit log, of one account or of all, newest first.")
            .RequireAuthorization(Policies.Support);
    }

    private static Task<Results<Ok<Page<SecurityEventResponse>>, ProblemHttpResult>> ListOwnAsync(
        [AsParameters] PageRequest page, IAccountReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        ReadAsync(page, reader, caller.AccountId(), null, cancellationToken);

    private static Task<Results<Ok<Page<SecurityEventResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, Guid? accountId, WireEnum<SecurityEventType>? type, IAccountReader reader, CancellationToken cancellationToken) =>
        ReadAsync(page, reader, accountId is { } id ? new AccountId(id) : null, type?.Value, cancellationToken);

    private static async Task<Results<Ok<Page<SecurityEventResponse>>, ProblemHttpResult>> ReadAsync(
        PageRequest page, IAccountReader reader, AccountId? account, SecurityEventType? type, CancellationToken cancellationToken)
    {
        var cursor = page.ReadCursor();
        if (!cursor.IsSuccess)
        {
            return cursor.Error.ToProblem();
        }

        var lines = await reader.SecurityEventsAsync(account, type, cursor.Value.Before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage([.. lines.Select(SecurityEventResponse.Of)], page.Size, line => new IdCursor(line.Id)));
    }
}
