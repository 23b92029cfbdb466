using System.Collections.Concurrent;

namespace Ecommerce.GatewayService.Limits;

/// <summary>The callers that this replica has seen lately.</summary>
internal sealed class Allowances(SharedPermits shared, TimeProvider clock) : BackgroundService
{
    // The truth is in Redis; forgetting here costs a parcel of permits at most.
    private const int Most = 100_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(LimitPolicy, string), Allowance> _allowances = new();

    public ValueTask<LimitDecision> TakeAsync(LimitPolicy policy, string caller)
    {
        if (!_allowances.TryGetValue((policy, caller), out var allowance))
        {
            if (_allowances.Count >= Most)
            {
                _allowances.Clear();
            }

            allowance = _allowances.GetOrAdd((policy, caller), _ => new Allowance(policy, caller, shared, clock));
        }

        return allowance.TakeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var idle in _allowances.Where(pair => now - pair.Value.LastUsed > 2 * pair.Key.Item1.Window.TotalMilliseconds))
            {
                _allowances.TryRemove(idle);
            }
        }
    }
}
