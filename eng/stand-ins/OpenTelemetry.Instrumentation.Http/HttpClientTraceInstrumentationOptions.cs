using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Http;

/// <summary>What HttpClient spans are made for and what they hold besides the standard tags.</summary>
public class HttpClientTraceInstrumentationOptions
{
    /// <summary>Answers false for a request that gets no span. An exception counts as false.</summary>
    public Func<HttpRequestMessage, bool>? FilterHttpRequestMessage { get; set; }

    /// <summary>Called when a sampled span starts.</summary>
    public Action<Activity, HttpRequestMessage>? EnrichWithHttpRequestMessage { get; set; }

    /// <summary>Called when a response has come in.</summary>
    public Action<Activity, HttpResponseMessage>? EnrichWithHttpResponseMessage { get; set; }

    /// <summary>Called when the request failed.</summary>
    public Action<Activity, Exception>? EnrichWithException { get; set; }

    /// <summary>Whether a failure's exception becomes an event of the span. Default: false.</summary>
    public bool RecordException { get; set; }

    internal bool NeedsEvents =>
        FilterHttpRequestMessage is not null
        || EnrichWithHttpRequestMessage is not null
        || EnrichWithHttpResponseMessage is not null
        || EnrichWithException is not null
        || RecordException;
}
