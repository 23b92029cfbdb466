using System.Diagnostics;
using System.Threading.RateLimiting;
using OpenTelemetry.Trace;

namespace Ecommerce.ServiceDefaults.Telemetry;

/// <summary>Decides which traces begin: those of requests and messages, at most so many a second. What belongs to a trace follows its decision.</summary>
/// <remarks>
/// Queries and calls that no request or message caused come from loops that look for work; as traces of their own they would bury what
/// shoppers do. The limit keeps a system under load from spending its processors on traces, while somebody who tries one request
/// sees all of it.
/// </remarks>
internal sealed class RootSampler : Sampler, IDisposable
{
    private readonly RateLimiter? _limiter;

    /// <param name="tracesPerSecond">How many traces may begin each second; 0 for no limit.</param>
    public RootSampler(int tracesPerSecond)
    {
        if (tracesPerSecond > 0)
        {
            _limiter = new TokenBucketRateLimiter(new()
            {
                TokenLimit = tracesPerSecond,
                TokensPerPeriod = tracesPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });
        }
    }

    public void Dispose() => _limiter?.Dispose();

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (samplingParameters.Kind is ActivityKind.Client or ActivityKind.Internal)
        {
            return new(SamplingDecision.Drop);
        }

        if (_limiter is null)
        {
            return new(SamplingDecision.RecordAndSample);
        }

        using var lease = _limiter.AttemptAcquire();
        return new(lease.IsAcquired ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
    }
}
