using System.Security.Claims;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.Staff;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Problems;

namespace Ecommerce.AuthService.Api;

/// <summary>
/// Lets in only who has proved within the last minutes who they are, in a session that has not ended. A login counts, a refresh does not.
/// The token's roles are not taken for granted here: who has just lost one has to get a token without it first.
/// </summary>
internal static class RecentProof
{
    public static RouteHandlerBuilder RequireRecentProof(this RouteHandlerBuilder endpoint, bool secondFactor = false) => endpoint
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            return await IsProvedAsync(http, secondFactor) ? await next(context) : AccountErrors.StepUpRequired.ToProblem();
        })
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<bool> IsProvedAsync(HttpContext http, bool secondFactor)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var accounts = http.RequestServices.GetRequiredService<IAccountStore>();
        return http.User.SessionId() is { } sessionId
            && await accounts.FindSessionAsync(sessionId, http.RequestAborted) is { } session
            && session.AccountId == http.User.AccountId()
            && session.IsLive(now)
            && session.IsProvedRecently(now)
            && (!secondFactor || session.Methods.Contains(AuthenticationMethods.TwoFactors))
            && await accounts.FindAsync(session.AccountId, http.RequestAborted) is { } account
            && HasNoOther(http.User, http.RequestServices.GetRequiredService<StaffAccess>().RolesOf(account, session));
    }

    private static bool HasNoOther(ClaimsPrincipal caller, string[] roles) => caller.FindAll("roles").All(role => roles.Contains(role.Value));
}
