using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace OpenTelemetry.Instrumentation.Http.Implementation;

/// <summary>Applies the filter and the enrichments of the options to the framework's span.</summary>
internal sealed class HttpHandlerObserver(HttpClientTraceInstrumentationOptions options)
    : IObserver<KeyValuePair<string, object?>>
{
    private const string ActivityName = "System.Net.Http.HttpRequestOut";
    private const string StartEvent = ActivityName + ".Start";
    private const string StopEvent = ActivityName + ".Stop";
    private const string ExceptionEvent = "System.Net.Http.Exception";

    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Properties = new();

    public static bool Wants(string name) => name is ActivityName or StartEvent or StopEvent or ExceptionEvent;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Activity.Current is not { IsAllDataRequested: true } activity || value.Value is null)
        {
            return;
        }

        switch (value.Key)
        {
            case StartEvent:
                OnStart(activity, Read<HttpRequestMessage>(value.Value, "Request"));
                break;
            case StopEvent when Read<HttpResponseMessage>(value.Value, "Response") is { } response:
                Guarded(() => options.EnrichWithHttpResponseMessage?.Invoke(activity, response));
                break;
            case ExceptionEvent when Read<Exception>(value.Value, "Exception") is { } exception:
                OnException(activity, exception);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void OnStart(Activity activity, HttpRequestMessage? request)
    {
        if (request is null)
        {
            return;
        }

        var wanted = true;
        if (options.FilterHttpRequestMessage is { } filter)
        {
            wanted = false;
            Guarded(() => wanted = filter(request));
        }

        if (!wanted)
        {
            activity.IsAllDataRequested = false;
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        Guarded(() => options.EnrichWithHttpRequestMessage?.Invoke(activity, request));
    }

    private void OnException(Activity activity, Exception exception)
    {
        if (options.RecordException)
        {
            activity.AddException(exception);
        }

        Guarded(() => options.EnrichWithException?.Invoke(activity, exception));
    }

    // A mistake in an enrichment must not break the request.
    private static void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            Debug.WriteLine(ex);
        }
    }

    private static T? Read<T>(object payload, string name)
        where T : class
        => Properties.GetOrAdd((payload.GetType(), name), static k => k.Item1.GetProperty(k.Item2))?.GetValue(payload) as T;
}
