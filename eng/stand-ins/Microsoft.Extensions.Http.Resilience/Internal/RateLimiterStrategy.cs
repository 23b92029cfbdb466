using System.Threading.RateLimiting;
using Polly;
using Polly.RateLimiting;

namespace Microsoft.Extensions.Http.Resilience.Internal;

/// <summary>Runs an execution under a lease of a rate limiter.</summary>
internal sealed class RateLimiterStrategy : ResilienceStrategy, IDisposable
{
    private readonly Func<RateLimiterArguments, ValueTask<RateLimitLease>> _acquire;
    private readonly Func<OnRateLimiterRejectedArguments, ValueTask>? _onRejected;
    private readonly ConcurrencyLimiter? _own;

    public RateLimiterStrategy(RateLimiterStrategyOptions options)
    {
        _onRejected = options.OnRejected;
        if (options.RateLimiter is { } given)
        {
            _acquire = given;
        }
        else
        {
            var own = _own = new ConcurrencyLimiter(options.DefaultRateLimiterOptions);
            _acquire = args => own.AcquireAsync(1, args.Context.CancellationToken);
        }
    }

    public void Dispose() => _own?.Dispose();

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state)
    {
        using var lease = await _acquire(new RateLimiterArguments(context)).ConfigureAwait(context.ContinueOnCapturedContext);
        if (lease.IsAcquired)
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        if (_onRejected is not null)
        {
            await _onRejected(new OnRateLimiterRejectedArguments(context, lease)).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        return Outcome.FromException<TResult>(lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter)
            ? new RateLimiterRejectedException(retryAfter)
            : new RateLimiterRejectedException());
    }
}
