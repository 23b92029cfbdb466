namespace Ecommerce.GatewayService.Routing;

/// <summary>What browsers are to keep to; an API has no frames, scripts or referrers.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Last of all: a refusal on the way clears what was set before it.
        context.Response.OnStarting(
            () =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                headers["X-Request-Id"] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
        return next(context);
    }
}
