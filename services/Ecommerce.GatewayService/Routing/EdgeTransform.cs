using System.Collections.Frozen;
using System.Diagnostics;
using System.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace Ecommerce.GatewayService.Routing;

/// <summary>
/// What a service is told of the caller comes from the gateway. Nothing that a caller says of itself or of proxies before it goes on, nor any
/// header that is for this connection only. One transform and not one a header: this runs for each request.
/// </summary>
/// <param name="keepsSigned">Whether other <c>X-</c> headers go on: providers sign their webhooks in such.</param>
internal sealed class EdgeTransform(bool keepsSigned) : RequestTransform
{
    private static readonly FrozenSet<string> Spoofed = new[]
    {
        "Forwarded", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP", "Via", "Proxy",
        "X-User-Id", "X-User-Roles", "X-User", "X-Roles", "X-Service", "X-Original-URL", "X-Original-Host", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override",
        "baggage", "Request-Id", "Correlation-Context",
        "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Request-Id", "X-Correlation-Id", "X-Host", "X-Content-Length",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public override ValueTask ApplyAsync(RequestTransformContext context)
    {
        var http = context.HttpContext;
        var headers = context.ProxyRequest.Headers;
        foreach (var (name, _) in http.Request.Headers)
        {
            if (IsRefused(name))
            {
                headers.Remove(name);
            }
        }

        // RFC 9110 section 7.6.1: what Connection names is for this connection only.
        foreach (var value in http.Request.Headers.Connection)
        {
            foreach (var name in value!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                headers.Remove(name);
            }
        }

        if (http.Connection.RemoteIpAddress is { } address)
        {
            headers.TryAddWithoutValidation("X-Forwarded-For", address.ToString());
        }

        headers.TryAddWithoutValidation("X-Forwarded-Host", http.Request.Host.Value);
        headers.TryAddWithoutValidation("X-Forwarded-Proto", http.Request.Scheme);
        headers.TryAddWithoutValidation("X-Request-Id", http.TraceIdentifier);
        AddTrace(headers);
        return default;
    }

    // Where nobody records spans here, the caller's own trace goes on as it came.
    private static void AddTrace(HttpRequestHeaders headers)
    {
        if (Activity.Current is not { Id: { } span } activity)
        {
            return;
        }

        headers.Remove("traceparent");
        headers.Remove("tracestate");
        headers.TryAddWithoutValidation("traceparent", span);
        if (activity.TraceStateString is { Length: > 0 } state)
        {
            headers.TryAddWithoutValidation("tracestate", state);
        }
    }

    private bool IsRefused(string name) =>
        name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
            ? !keepsSigned || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || Spoofed.Contains(name)
            : Spoofed.Contains(name);
}
