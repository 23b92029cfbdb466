namespace Ecommerce.Messaging.Consuming;

/// <summary>The messages that have arrived and are not handled yet: says which of them are handled together, and when.</summary>
/// <remarks>
/// Messages of one subject leave in the order in which they came, and are never in two batches at a time. Safe for two threads: that of the
/// client adds, that of <see cref="MessageLanes"/> takes and finishes.
/// </remarks>
internal sealed class WaitingMessages(MessagingOptions options, int prefetch, TimeProvider clock)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly LinkedList<Delivery> _waiting = [];
    private readonly HashSet<string> _subjectsInWork = new(StringComparer.Ordinal);
    private long? _lastStart;
    private long _lastArrival;
    private double _recentArrivals;
    private long _bytes;
    private bool _isFull;

    /// <summary>How many messages wait or are being handled.</summary>
    public int Held { get; private set; }

    /// <summary>Takes a message in.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="mayStart">Whether a batch may be ready by it; false where <see cref="Take"/> would say the same as before.</param>
    /// <returns>False where this one and all later ones are left to the broker, because the bodies would need too much memory.</returns>
    public bool TryAdd(Delivery delivery, out bool mayStart)
    {
        lock (_lock)
        {
            _isFull |= Held > 0 && _bytes + delivery.Body.Length > options.LargestBacklog;
            if (_isFull)
            {
                return mayStart = false;
            }

            var now = clock.GetTimestamp();
            (_recentArrivals, _lastArrival) = (RecentArrivals(now) + 1, now);
            _waiting.AddLast(delivery);
            _bytes += delivery.Body.Length;
            Held++;
            mayStart = _waiting.Count == 1 || _waiting.Count % options.LargestBatch == 0 || Held >= prefetch;
            return true;
        }
    }

    /// <summary>Takes out what is to be handled now.</summary>
    /// <param name="lane">The number of the lane that handles it, from 0.</param>
    /// <param name="wait">Where that is nothing: when to ask again, if nothing arrives and no batch is finished before.</param>
    /// <returns>Null where nothing is to be handled now.</returns>
    public List<Delivery>? Take(int lane, out TimeSpan wait)
    {
        lock (_lock)
        {
            var chosen = Choose(lane);
            wait = chosen.Count == 0 ? Timeout.InfiniteTimeSpan : TimeToGather(chosen.Count);
            if (wait != TimeSpan.Zero)
            {
                return null;
            }

            foreach (var node in chosen)
            {
                _waiting.Remove(node);
                if (node.Value.Message is { } message)
                {
                    _subjectsInWork.Add(message.Subject);
                }
            }

            _lastStart = clock.GetTimestamp();
            return chosen.ConvertAll(node => node.Value);
        }
    }

    /// <summary>Says that a batch is handled: later messages of its subjects may follow.</summary>
    public void Finish(List<Delivery> batch)
    {
        lock (_lock)
        {
            _subjectsInWork.ExceptWith(batch.Select(delivery => delivery.Message?.Subject ?? ""));
            _bytes -= batch.Sum(delivery => (long)delivery.Body.Length);
            Held -= batch.Count;
        }
    }

    // Where there is enough for several lanes, each looks for its own share of the subjects first: else the first one would take some of
    // every subject, and leave the others nothing.
    private List<LinkedListNode<Delivery>> Choose(int lane)
    {
        var chosen = new List<LinkedListNode<Delivery>>();
        if (_waiting.Count <= options.LargestBatch)
        {
            Choose(chosen, _ => true);
        }
        else
        {
            Choose(chosen, delivery => LaneOf(delivery) == lane);
            Choose(chosen, delivery => LaneOf(delivery) != lane);
        }

        return chosen;
    }

    private void Choose(List<LinkedListNode<Delivery>> chosen, Func<Delivery, bool> isWanted)
    {
        for (var node = _waiting.First; node is not null && chosen.Count < options.LargestBatch; node = node.Next)
        {
            if (isWanted(node.Value) && !(node.Value.Message is { } message && _subjectsInWork.Contains(message.Subject)))
            {
                chosen.Add(node);
            }
        }
    }

    private int LaneOf(Delivery delivery) =>
        delivery.Message is { } message ? (int)((uint)string.GetHashCode(message.Subject, StringComparison.Ordinal) % (uint)options.Lanes) : 0;

    // Under load a commit for each message would cost more than what most of them do. Nobody waits for what cannot come: the rest of a full
    // batch, or more than the broker hands out.
    private TimeSpan TimeToGather(int count)
    {
        var now = clock.GetTimestamp();
        if (_lastStart is not { } lastStart || count >= options.LargestBatch || Held >= prefetch || RecentArrivals(now) < options.GatherFrom)
        {
            return TimeSpan.Zero;
        }

        var left = options.GatherTime - clock.GetElapsedTime(lastStart, now);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // Each arrival counts less the longer ago it is; at an even rate this is the number of arrivals in the window.
    private double RecentArrivals(long now) => _recentArrivals * Math.Exp(-(clock.GetElapsedTime(_lastArrival, now) / RateWindow));
}
