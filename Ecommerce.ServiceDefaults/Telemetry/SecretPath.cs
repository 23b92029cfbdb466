using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ecommerce.ServiceDefaults.Telemetry;

/// <summary>Metadata of an endpoint whose path holds a secret: a token in a link.</summary>
public sealed class SecretPath
{
    private const string PathTag = "url.path";

    private SecretPath()
    {
    }

    internal static SecretPath Marker { get; } = new();

    /// <summary>Takes the path out of a request's span, where the endpoint is marked. It is called when the answer is made, before the span ends.</summary>
    internal static void Redact(Activity span, HttpContext context)
    {
        // After a failure the exception handler has taken the endpoint away from the request.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint is RouteEndpoint route && route.Metadata.GetMetadata<SecretPath>() is not null)
        {
            span.SetTag(PathTag, route.RoutePattern.RawText);
        }
    }
}
