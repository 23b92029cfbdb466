using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Problems;

namespace Ecommerce.AuthService.Api;

/// <summary>Lets in only who has proved within the last minutes who they are, in a session that has not ended. A login counts, a refresh does not.</summary>
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
        return http.User.SessionId() is { } sessionId
            && await http.RequestServices.GetRequiredService<IAccountStore>().FindSessionAsync(sessionId, http.RequestAborted) is { } session
            && session.AccountId == http.User.AccountId()
            && session.IsLive(now)
            && session.IsProvedRecently(now)
            && (!secondFactor || session.Methods.Contains(AuthenticationMethods.TwoFactors));
    }
}
