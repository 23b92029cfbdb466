using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.Features;

namespace Ecommerce.GatewayService.Edge;

/// <summary>Refuses what two servers in a row could read differently, before anything else looks at it.</summary>
internal sealed class RequestGuard(RequestDelegate next)
{
    private static readonly Error Target = Error.Invalid("request.target_refused", "The path holds something that no path here needs.");
    private static readonly Error Framing = Error.Invalid("request.framing_refused", "A body has one length.");
    private static readonly Error Method = Error.Invalid("request.method_refused", "There is no such method here.");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!RequestTarget.IsPlain(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            return RefuseAsync(context, Target);
        }

        // Kestrel goes by the chunks and renames the length that came with them.
        if (request.Headers.TransferEncoding.Count > 0 && (request.Headers.ContentLength is not null || request.Headers.ContainsKey("X-Content-Length")))
        {
            return RefuseAsync(context, Framing);
        }

        return HttpMethods.IsConnect(request.Method) || HttpMethods.IsTrace(request.Method) ? RefuseAsync(context, Method) : next(context);
    }

    private static Task RefuseAsync(HttpContext context, Error refusal)
    {
        // Where the framing is in doubt, so is what follows.
        context.Response.Headers.Connection = "close";
        return refusal.ToProblem().ExecuteAsync(context);
    }
}
