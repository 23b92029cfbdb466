using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.GrantRoles;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/v1/auth/accounts").WithTags("Accounts");
        accounts.MapGet("/", FindAsync).WithName("FindAccount").WithSummary("The account of an email address.").RequireAuthorization(Policies.Support);
        accounts.MapGet("/{id:guid}", GetAsync).WithName("GetAccount").WithSummary("An account.").RequireAuthorization(Policies.Support);
        accounts.MapPut("/{id:guid}/roles/{role}", GrantAsync).WithName("GrantRole").WithSummary("Grants a staff role.")
            .RequireAuthorization(Policies.Admin).RequireRecentProof();
        accounts.MapDelete("/{id:guid}/roles/{role}", RevokeAsync).WithName("RevokeRole").WithSummary("Revokes a staff role.")
            .RequireAuthorization(Policies.Admin).RequireRecentProof();
    }

    private static async Task<Results<Ok<AccountResponse>, ProblemHttpResult>> FindAsync(
        string email, IAccountStore accounts, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await accounts.FindByEmailAsync(email, cancellationToken), clock);

    private static async Task<Results<Ok<AccountResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IAccountStore accounts, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await accounts.FindAsync(new AccountId(id), cancellationToken), clock);

    private static async Task<Results<NoContent, ProblemHttpResult>> GrantAsync(
        Guid id, string role, RoleHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await handler.GrantAsync(new AccountId(id), role, http.Origin(), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, string role, RoleHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        Answer(await handler.RevokeAsync(new AccountId(id), role, http.Origin(), cancellationToken));

    private static Results<NoContent, ProblemHttpResult> Answer(Result result) => result.IsSuccess ? TypedResults.NoContent() : result.Error.ToProblem();

    private static Results<Ok<AccountResponse>, ProblemHttpResult> Answer(Account? account, TimeProvider clock) =>
        account is null ? AccountErrors.AccountNotFound.ToProblem() : TypedResults.Ok(AccountResponse.Of(account, clock.GetUtcNow()));
}
