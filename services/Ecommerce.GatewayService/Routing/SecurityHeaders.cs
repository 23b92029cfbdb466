namespace Ecommerce.GatewayService.Routing;

/// <summary>What browsers are to keep to; an API has no frames, scripts or referrers.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Request-Id"] = context.TraceIdentifier;
        return next(context);
    }
}
