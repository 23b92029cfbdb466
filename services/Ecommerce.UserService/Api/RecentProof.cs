using System.Globalization;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Api;

/// <summary>
/// Lets in only who has proved within the last minutes who they are, as the token says: whoever holds somebody's phone for a moment, or
/// their token, takes nobody's data away. Auth-service gives a token with a new proof (login, step-up).
/// </summary>
internal static class RecentProof
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly Error Required =
        new("auth.step_up_required", "Prove again who you are (POST /api/v1/auth/step-up), then repeat this.", ErrorKind.Forbidden);

    public static RouteHandlerBuilder RequireRecentProof(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (context, next) => IsProved(context.HttpContext) ? await next(context) : Required.ToProblem())
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static bool IsProved(HttpContext http) =>
        long.TryParse(http.User.FindFirst("auth_time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() - seconds < Lifetime.TotalSeconds;
}
