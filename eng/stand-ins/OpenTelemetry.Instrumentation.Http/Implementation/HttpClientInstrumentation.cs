using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Http.Implementation;

/// <summary>
/// The framework itself makes the span and its tags. Its diagnostic events are listened to only where an option asks
/// for more, so that a plain set-up costs nothing per request.
/// </summary>
internal sealed class HttpClientInstrumentation : IObserver<DiagnosticListener>, IDisposable
{
    private readonly HttpClientTraceInstrumentationOptions _options;
    private readonly IDisposable? _allListeners;
    private IDisposable? _subscription;

    public HttpClientInstrumentation(HttpClientTraceInstrumentationOptions options)
    {
        _options = options;
        if (options.NeedsEvents)
        {
            _allListeners = DiagnosticListener.AllListeners.Subscribe(this);
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            var observer = new HttpHandlerObserver(_options);
            _subscription = value.Subscribe(observer, HttpHandlerObserver.Wants);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _allListeners?.Dispose();
        _subscription?.Dispose();
    }
}
