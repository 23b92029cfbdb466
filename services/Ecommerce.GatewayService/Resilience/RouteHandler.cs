using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Ecommerce.GatewayService.Routing;
using Microsoft.Extensions.ObjectPool;
using Polly;
using Polly.CircuitBreaker;

namespace Ecommerce.GatewayService.Resilience;

/// <summary>
/// Keeps a route's trouble to itself: so many requests wait for the service and no more, an answer has to begin in time, and a service that
/// keeps failing is left alone for a while. A read is tried a second time. What is refused here costs neither a connection nor an exception.
/// </summary>
internal sealed partial class RouteHandler : DelegatingHandler
{
    private const int Attempts = 2;
    private const int BusyRetryAfter = 1;
    private const int MostTimeouts = 256;
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);
    private static readonly MediaTypeHeaderValue Problem = new("application/problem+json");

    private static readonly Func<ResilienceContext, (RouteHandler Handler, HttpRequestMessage Request), ValueTask<Outcome<HttpResponseMessage>>> Attempt =
        static (context, call) => call.Handler.SendInTimeAsync(call.Request, context.CancellationToken);

    private static readonly ObjectPool<CancellationTokenSource> Timeouts = new DefaultObjectPool<CancellationTokenSource>(new TimeoutPolicy(), MostTimeouts);

    private readonly PlatformRoute _route;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _breaker;
    private int _waiting;

    public RouteHandler(PlatformRoute route, TimeProvider clock, ILogger<RouteHandler> logger)
    {
        (_route, _logger) = (route, logger);
        _breaker = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = BreakDuration,

                // Only what says that the service is not there. What it answers, a 500 or a 503 included, is an answer.
                ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome.Exception is { } exception && IsServicesFault(exception)),
                OnOpened = _ =>
                {
                    LogOpened(_route.Path, _route.Service);
                    return default;
                },
                OnClosed = _ =>
                {
                    LogClosed(_route.Path, _route.Service);
                    return default;
                },
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > _route.MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return Refuse("dependency.busy", "Too many wait for the same thing. Try again in a moment.", BusyRetryAfter);
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var outcome = await _breaker.ExecuteOutcomeAsync(Attempt, context, (Handler: this, Request: request));
                if (outcome.Result is { } response)
                {
                    return response;
                }

                if (outcome.Exception is BrokenCircuitException broken)
                {
                    return Refuse("dependency.unavailable", "Something that this needs is away. Try again in a moment.", Seconds(broken.RetryAfter));
                }

                if (attempt == Attempts || !MayRepeat(request) || outcome.Exception is TimeoutException || !IsServicesFault(outcome.Exception!))
                {
                    outcome.ThrowIfException();
                }

                GatewayTelemetry.Retries.Add(1, new KeyValuePair<string, object?>("route", _route.Path));
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> SendInTimeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A body may be on its way up still when the answer begins, and watch its token: that one nobody else may have.
        var isReusable = request.Content is null;
        var timeout = isReusable ? Timeouts.Get() : new CancellationTokenSource();
        timeout.CancelAfter(_route.Patience);
        var caller = cancellationToken.UnsafeRegister(static timeout => ((CancellationTokenSource)timeout!).Cancel(), timeout);
        try
        {
            return Outcome.FromResult(await base.SendAsync(request, timeout.Token));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<HttpResponseMessage>(new TimeoutException("The service did not begin its answer in time."));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
        finally
        {
            await caller.DisposeAsync();
            if (isReusable)
            {
                Timeouts.Return(timeout);
            }
            else
            {
                timeout.Dispose();
            }
        }
    }

    // A caller that goes away, or sends a body that is none, says nothing of the service.
    private static bool IsServicesFault(Exception exception) => exception is TimeoutException
        or HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse
        }
        or HttpRequestException { InnerException: IOException { InnerException: SocketException } };

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Content is null && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options);

    private HttpResponseMessage Refuse(string code, string detail, int retryAfter)
    {
        GatewayTelemetry.Refused.Add(1, new KeyValuePair<string, object?>("route", _route.Path), new KeyValuePair<string, object?>("reason", code));
        return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            Content = JsonContent.Create(
                new Refusal("Service Unavailable", (int)HttpStatusCode.ServiceUnavailable, detail, code, Activity.Current?.TraceId.ToString()), Problem, Refusal.Options),
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(retryAfter)) },
        };
    }

    private static int Seconds(TimeSpan? time) => (int)Math.Max(1, Math.Ceiling((time ?? BreakDuration).TotalSeconds));

    private sealed class TimeoutPolicy : PooledObjectPolicy<CancellationTokenSource>
    {
        public override CancellationTokenSource Create() => new();

        public override bool Return(CancellationTokenSource timeout)
        {
            if (timeout.TryReset())
            {
                return true;
            }

            timeout.Dispose();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The route {Path} is cut off: {Service} keeps failing.")]
    private partial void LogOpened(string path, string service);

    [LoggerMessage(LogLevel.Information, "The route {Path} is open again: {Service} answers.")]
    private partial void LogClosed(string path, string service);
}
