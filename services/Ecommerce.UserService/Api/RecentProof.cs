using System.Globalization;
using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.DataRequests;

namespace Ecommerce.UserService.Api;

/// <summary>
/// Lets in only who has proved within the last minutes who they are, in a session that has not ended: whoever holds somebody's phone for a
/// moment, or their token, takes nobody's data away. An access token stays valid after a logout or a changed password, so auth-service is asked
/// whether the session has ended.
/// </summary>
internal static class RecentProof
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly Error Required =
        new("auth.step_up_required", "Prove again who you are (POST /api/v1/auth/step-up), then repeat this.", ErrorKind.Forbidden);

    public static RouteHandlerBuilder RequireRecentProof(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (context, next) => await IsProvedAsync(context.HttpContext) ? await next(context) : Required.ToProblem())
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<bool> IsProvedAsync(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!long.TryParse(http.User.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || now.ToUnixTimeSeconds() - seconds >= Lifetime.TotalSeconds
            || !Guid.TryParse(http.User.FindFirstValue("sid"), out var sessionId))
        {
            return false;
        }

        var session = await http.RequestServices.GetRequiredService<ISessions>().FindLiveAsync(sessionId, http.RequestAborted);
        return session.IsSuccess && session.Value.AccountId == http.User.UserId();
    }
}
