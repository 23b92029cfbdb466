using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore;

/// <summary>What request spans are made for and what they hold besides the standard tags.</summary>
public class AspNetCoreTraceInstrumentationOptions
{
    /// <summary>Answers false for a request that gets no span. An exception counts as false.</summary>
    public Func<HttpContext, bool>? Filter { get; set; }

    /// <summary>Called when a sampled span starts.</summary>
    public Action<Activity, HttpRequest>? EnrichWithHttpRequest { get; set; }

    /// <summary>Called when the request has been answered.</summary>
    public Action<Activity, HttpResponse>? EnrichWithHttpResponse { get; set; }

    /// <summary>Called for an exception that no handler took, and for one that the exception handler middleware took.</summary>
    public Action<Activity, Exception>? EnrichWithException { get; set; }

    /// <summary>Whether such an exception becomes an event of the span. Default: false.</summary>
    public bool RecordException { get; set; }
}
