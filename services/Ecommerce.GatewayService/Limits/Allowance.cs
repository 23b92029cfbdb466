namespace Ecommerce.GatewayService.Limits;

/// <summary>
/// What one caller may still do on this replica. Permits come from the shared count in parcels: one at first, twice as many each time when the
/// last ones were used up quickly; what is left of a parcel after a while goes back. So a slow caller is counted one by one, and a fast one
/// costs a call to Redis for many requests. What was let through here is also counted here, for the time when Redis is away.
/// </summary>
internal sealed class Allowance(LimitPolicy policy, string caller, SharedPermits shared, TimeProvider clock)
{
    private const int LargestParcel = 256;
    private const int SmallestAhead = 8;
    private const long LongestRefusal = 1000;
    private const int WindowsPerLease = 20;

    private readonly Lock _lock = new();
    private readonly long _window = (long)policy.Window.TotalMilliseconds;
    private SlidingWindow _local = new(policy.Permits, (long)policy.Window.TotalMilliseconds);
    private Task? _refill;
    private int _waiting;
    private int _parcel = 1;
    private int _granted;
    private int _permits;
    private int _free;
    private long _leased;
    private long _goodUntil;
    private long _refusedUntil;
    private long _wait;
    private bool _isAlone;

    /// <summary>When it was last asked, in milliseconds.</summary>
    public long LastUsed { get; private set; }

    public async ValueTask<LimitDecision> TakeAsync()
    {
        while (true)
        {
            Task refill;
            lock (_lock)
            {
                var now = Now();
                LastUsed = now;
                if (_permits > 0 && now < _goodUntil)
                {
                    _permits--;
                    _local.Use(now, 1);
                    if (_refill is null && _granted >= SmallestAhead && _permits < _granted / 2 && now >= _refusedUntil)
                    {
                        // Whoever is that fast need not stand and wait for the next parcel.
                        Refill(now);
                    }

                    return new(true, _permits + _free, Seconds(_window - (now % _window)));
                }

                if (now < _refusedUntil)
                {
                    return new(false, 0, Seconds(_wait));
                }

                if (_isAlone)
                {
                    _isAlone = false;
                    return TakeAlone(now);
                }

                _waiting++;
                refill = _refill ?? Refill(now);
            }

            await refill;
            lock (_lock)
            {
                _waiting--;
            }
        }
    }

    private LimitDecision TakeAlone(long now)
    {
        var free = _local.Free(now);
        if (free == 0)
        {
            return new(false, 0, Seconds(_local.Wait(now)));
        }

        _local.Use(now, 1);
        return new(true, free - 1, Seconds(_window - (now % _window)));
    }

    // Under the lock, as is the beginning of the next.
    private Task Refill(long now)
    {
        var refill = RefillAsync(now);
        _refill = refill.IsCompleted ? null : refill;
        return refill;
    }

    private async Task RefillAsync(long now)
    {
        var back = 0;
        if (now < _goodUntil)
        {
            _parcel = Math.Min(_parcel * 2, LargestParcel);
        }
        else
        {
            (back, _permits, _parcel) = (_permits, 0, 1);
        }

        var lease = await shared.TakeAsync(policy, caller, Math.Max(_parcel, _waiting), back, _leased);
        lock (_lock)
        {
            _refill = null;
            now = Now();
            if (lease is not { } given)
            {
                _isAlone = true;
                return;
            }

            _permits += given.Granted;
            _granted = given.Granted;
            _free = given.Free;
            _leased = given.Window;
            _wait = given.Wait;
            _goodUntil = now + Math.Max(50, _window / WindowsPerLease);
            _refusedUntil = given.Granted > 0 ? 0 : now + Math.Min(given.Wait, LongestRefusal);
        }
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static int Seconds(long milliseconds) => (int)Math.Max(1, (milliseconds + 999) / 1000);
}
