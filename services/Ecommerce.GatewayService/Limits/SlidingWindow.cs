namespace Ecommerce.GatewayService.Limits;

/// <summary>
/// Counts what was used in the last window: all of the present one, and of the one before the share that still lies within.
/// The same sum as the script in <see cref="SharedPermits"/>.
/// </summary>
/// <param name="permits">How many may be used in any window.</param>
/// <param name="window">The window in milliseconds.</param>
internal struct SlidingWindow(int permits, long window)
{
    private long _index;
    private long _used;
    private long _usedBefore;

    /// <summary>How many are free.</summary>
    public int Free(long now)
    {
        Roll(now);
        return (int)Math.Max(0, permits - _used - DivideUp(_usedBefore * (window - (now % window)), window));
    }

    /// <summary>Counts some as used.</summary>
    public void Use(long now, int count)
    {
        Roll(now);
        _used += count;
    }

    /// <summary>Milliseconds until one is free again.</summary>
    public long Wait(long now)
    {
        Roll(now);
        if (Free(now) > 0)
        {
            return 0;
        }

        // Whole numbers: a rounding error would send somebody away for longer.
        var elapsed = now % window;
        return _used < permits
            ? DivideUp(window * (_usedBefore - permits + 1 + _used), _usedBefore) - elapsed
            : window - elapsed + DivideUp(window * (_used - permits + 1), _used);
    }

    private static long DivideUp(long dividend, long divisor) => (dividend + divisor - 1) / divisor;

    private void Roll(long now)
    {
        var index = now / window;
        if (index != _index)
        {
            _usedBefore = index == _index + 1 ? _used : 0;
            _used = 0;
            _index = index;
        }
    }
}
