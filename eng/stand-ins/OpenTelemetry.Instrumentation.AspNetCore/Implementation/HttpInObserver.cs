using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpenTelemetry.Instrumentation.AspNetCore.Implementation;

/// <summary>
/// Names and tags the span of a request. Per request: two events, and no allocation but the tags themselves; the
/// span name and the boxed status are cached.
/// </summary>
internal sealed class HttpInObserver(AspNetCoreTraceInstrumentationOptions options)
    : IObserver<KeyValuePair<string, object?>>
{
    private const string ActivityName = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string StartEvent = ActivityName + ".Start";
    private const string StopEvent = ActivityName + ".Stop";
    private const string HostingExceptionEvent = "Microsoft.AspNetCore.Hosting.UnhandledException";
    private const string MiddlewareExceptionEvent = "Microsoft.AspNetCore.Diagnostics.UnhandledException";

    private static readonly ConcurrentDictionary<Type, PropertyInfo?> ExceptionProperties = new();

    public static bool Wants(string name)
        => name is ActivityName or StartEvent or StopEvent or HostingExceptionEvent or MiddlewareExceptionEvent;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Sampled out, or no listener: nothing to fill.
        if (Activity.Current is not { IsAllDataRequested: true } activity)
        {
            return;
        }

        switch (value.Key)
        {
            case StartEvent when value.Value is HttpContext context:
                OnStart(activity, context);
                break;
            case StopEvent when value.Value is HttpContext context:
                OnStop(activity, context);
                break;
            case HostingExceptionEvent or MiddlewareExceptionEvent when value.Value is not null:
                OnException(activity, value.Value);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void OnStart(Activity activity, HttpContext context)
    {
        if (!PassesFilter(context))
        {
            activity.IsAllDataRequested = false;
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        var request = context.Request;
        var method = HttpTags.KnownMethod(request.Method);
        activity.DisplayName = method == HttpTags.OtherMethod ? "HTTP" : method;

        if (request.Host is { HasValue: true } host)
        {
            activity.SetTag("server.address", host.Host);
            if (host.Port is { } port)
            {
                activity.SetTag("server.port", port);
            }
        }

        if (request.QueryString.HasValue)
        {
            activity.SetTag("url.query", HttpTags.RedactQuery(request.QueryString.Value!));
        }

        activity.SetTag("http.request.method", method);
        if (method == HttpTags.OtherMethod)
        {
            activity.SetTag("http.request.method_original", request.Method);
        }

        activity.SetTag("url.scheme", request.Scheme);
        activity.SetTag("url.path", HttpTags.Path(request));
        activity.SetTag("network.protocol.version", HttpTags.ProtocolVersion(request.Protocol));

        var userAgent = request.Headers.UserAgent;
        if (userAgent.Count > 0 && !string.IsNullOrEmpty(userAgent[0]))
        {
            activity.SetTag("user_agent.original", userAgent[0]);
        }

        if (options.EnrichWithHttpRequest is { } enrich)
        {
            Guarded(enrich, activity, request);
        }
    }

    private void OnStop(Activity activity, HttpContext context)
    {
        // The exception handler middleware re-executes on another endpoint; the span keeps the one that failed.
        var endpoint = context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint ?? context.GetEndpoint();
        if (endpoint is RouteEndpoint { RoutePattern.RawText: { Length: > 0 } route })
        {
            activity.DisplayName = HttpTags.SpanName(HttpTags.KnownMethod(context.Request.Method), route);
            activity.SetTag("http.route", route);
        }

        var status = context.Response.StatusCode;
        activity.SetTag("http.response.status_code", HttpTags.Boxed(status));
        if (status >= 500 && activity.Status == ActivityStatusCode.Unset)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }

        if (options.EnrichWithHttpResponse is { } enrich)
        {
            Guarded(enrich, activity, context.Response);
        }
    }

    private void OnException(Activity activity, object payload)
    {
        var property = ExceptionProperties.GetOrAdd(
            payload.GetType(),
            static t => t.GetProperty("exception", BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase));
        if (property?.GetValue(payload) is not Exception exception)
        {
            return;
        }

        activity.SetTag("error.type", exception.GetType().FullName);
        if (options.RecordException)
        {
            activity.AddException(exception);
        }

        activity.SetStatus(ActivityStatusCode.Error);
        if (options.EnrichWithException is { } enrich)
        {
            Guarded(enrich, activity, exception);
        }
    }

    private bool PassesFilter(HttpContext context)
    {
        if (options.Filter is not { } filter)
        {
            return true;
        }

        try
        {
            return filter(context);
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            return false;
        }
    }

    // A mistake in an enrichment must not break the request. No lambda: it would be made for each request.
    private static void Guarded<T>(Action<Activity, T> enrich, Activity activity, T subject)
    {
        try
        {
            enrich(activity, subject);
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            Debug.WriteLine(ex);
        }
    }
}
