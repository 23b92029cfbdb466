using System.Globalization;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Yarp.ReverseProxy.Forwarder;

namespace Ecommerce.GatewayService.Routing;

/// <summary>Says plainly that a service is away or too slow, and when to come back.</summary>
internal sealed class AbsentService(RequestDelegate next)
{
    private const int RetryAfterSeconds = 2;
    private static readonly Error Refusal = Error.Unavailable("dependency.unavailable", "Something that this needs is away. Try again in a moment.");

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is not null && context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status502BadGateway })
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await Refusal.ToProblem().ExecuteAsync(context);
        }
    }
}
