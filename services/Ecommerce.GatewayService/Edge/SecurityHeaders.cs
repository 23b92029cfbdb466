namespace Ecommerce.GatewayService.Edge;

/// <summary>What browsers are to keep to; an API has no frames, scripts or referrers.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Last of all: a refusal on the way clears what was set before it.
        context.Response.OnStarting(static state => SetAsync((HttpContext)state), context);
        return next(context);
    }

    private static Task SetAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Request-Id"] = context.TraceIdentifier;

        // What a service runs on is nobody's business.
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // The few pages there are say for themselves what they need.
        if (headers.ContentSecurityPolicy.Count == 0 && headers.ContentType.ToString().Contains("json", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }

        return Task.CompletedTask;
    }
}
