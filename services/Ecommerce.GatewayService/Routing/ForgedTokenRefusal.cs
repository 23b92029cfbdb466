using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.GatewayService.Routing;

/// <summary>Refuses a token that is forged, expired or not ours, before any service is bothered with it.</summary>
internal sealed class ForgedTokenRefusal(RequestDelegate next)
{
    private static readonly Error Refusal = new("auth.token_invalid", "The token is not valid or has expired.", ErrorKind.Unauthenticated);

    public Task InvokeAsync(HttpContext context)
    {
        var hasToken = context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        if (!hasToken || context.User.Identity?.IsAuthenticated == true)
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Refusal.ToProblem().ExecuteAsync(context);
    }
}
