namespace Ecommerce.Messaging.Consuming;

/// <summary>One acknowledgement.</summary>
/// <param name="Tag">The delivery that it is for.</param>
/// <param name="Multiple">Whether it is for all earlier deliveries too.</param>
internal readonly record struct Acknowledgement(ulong Tag, bool Multiple);

/// <summary>Acknowledges what is handled with as few frames as possible: one for a whole batch, where nothing before it is still open.</summary>
/// <param name="mostHeldBack">How many handled messages may wait, unacknowledged, for an earlier one. Beyond that each is acknowledged for itself, so that
/// one that takes long does not use up the prefetch.</param>
internal sealed class Acknowledgements(int mostHeldBack)
{
    private readonly Lock _lock = new();
    private readonly Queue<ulong> _open = [];
    private readonly HashSet<ulong> _handled = [];
    private readonly HashSet<ulong> _acknowledged = [];

    /// <summary>Notes a delivery, in the order of arrival.</summary>
    public void Expect(ulong tag)
    {
        lock (_lock)
        {
            _open.Enqueue(tag);
        }
    }

    /// <summary>Notes that deliveries are handled.</summary>
    /// <returns>What is to be sent to the broker, in this order.</returns>
    public List<Acknowledgement> Handled(IEnumerable<ulong> tags)
    {
        lock (_lock)
        {
            _handled.UnionWith(tags);
            var due = new List<Acknowledgement>();
            if (LastWithoutOpenOnesBefore() is { } last)
            {
                due.Add(new(last, Multiple: true));
            }

            if (_handled.Count > mostHeldBack)
            {
                due.AddRange(AllHandled());
            }

            return due;
        }
    }

    /// <summary>What is handled and was held back until now.</summary>
    public List<Acknowledgement> HeldBack()
    {
        lock (_lock)
        {
            return AllHandled();
        }
    }

    // Not one that has been acknowledged already: the broker closes the channel for that.
    private ulong? LastWithoutOpenOnesBefore()
    {
        ulong? last = null;
        while (_open.TryPeek(out var tag))
        {
            if (_handled.Remove(tag))
            {
                last = tag;
            }
            else if (!_acknowledged.Remove(tag))
            {
                break;
            }

            _open.Dequeue();
        }

        return last;
    }

    private List<Acknowledgement> AllHandled()
    {
        var due = _handled.Select(tag => new Acknowledgement(tag, Multiple: false)).ToList();
        _acknowledged.UnionWith(_handled);
        _handled.Clear();
        return due;
    }
}
