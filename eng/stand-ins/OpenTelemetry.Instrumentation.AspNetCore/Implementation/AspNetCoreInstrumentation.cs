using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.AspNetCore.Implementation;

/// <summary>Listens to the diagnostic events of ASP.NET Core for as long as the tracer provider lives.</summary>
internal sealed class AspNetCoreInstrumentation : IObserver<DiagnosticListener>, IDisposable
{
    private readonly HttpInObserver _observer;
    private readonly IDisposable _allListeners;
    private readonly List<IDisposable> _subscriptions = [];

    public AspNetCoreInstrumentation(AspNetCoreTraceInstrumentationOptions options)
    {
        _observer = new HttpInObserver(options);
        _allListeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener value)
    {
        // Each web host of the process has a listener of this name.
        if (value.Name == "Microsoft.AspNetCore")
        {
            var subscription = value.Subscribe(_observer, HttpInObserver.Wants);
            lock (_subscriptions)
            {
                _subscriptions.Add(subscription);
            }
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
        _allListeners.Dispose();
        lock (_subscriptions)
        {
            _subscriptions.ForEach(static s => s.Dispose());
            _subscriptions.Clear();
        }
    }
}
