using System.Globalization;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.GatewayService.Limits;

/// <summary>Lets a caller through as often as the policy says, and tells how it stands.</summary>
/// <remarks>Headers: draft-ietf-httpapi-ratelimit-headers-07 and its forerunners, which clients know better.</remarks>
internal sealed class RateLimit(RequestDelegate next, LimitPolicies policies, Allowances allowances)
{
    private static readonly Error Refusal = new("rate.limited", "Too many requests. Try again later.", ErrorKind.TooMany);

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOwn(context.Request.Path))
        {
            return next(context);
        }

        var (policy, caller) = policies.For(context);
        var decision = allowances.TakeAsync(policy, caller);
        return decision.IsCompletedSuccessfully ? GoOnAsync(context, policy, decision.Result) : WaitAsync(context, policy, decision);
    }

    private async Task WaitAsync(HttpContext context, LimitPolicy policy, ValueTask<LimitDecision> decision) => await GoOnAsync(context, policy, await decision);

    private Task GoOnAsync(HttpContext context, LimitPolicy policy, LimitDecision decision)
    {
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = policy.Permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = decision.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = decision.Seconds.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = policy.Header;
        if (decision.IsAllowed)
        {
            return next(context);
        }

        GatewayTelemetry.Limited.Add(1, new KeyValuePair<string, object?>("policy", policy.Name));
        headers.RetryAfter = decision.Seconds.ToString(CultureInfo.InvariantCulture);
        return Refusal.ToProblem().ExecuteAsync(context);
    }

    // Probes and scrapes come from the platform and must not fail because a neighbour is busy.
    private static bool IsOwn(PathString path) => path.Value is "/health" or "/alive" or "/metrics";
}
