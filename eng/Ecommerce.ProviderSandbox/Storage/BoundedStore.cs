namespace Ecommerce.ProviderSandbox.Storage;

/// <summary>
/// Objects by id, newest first. Beyond its capacity it lets go of the oldest finished ones; unfinished ones may bring
/// it to twice the capacity, and then the oldest goes whatever its state.
/// </summary>
internal sealed class BoundedStore<T>(int capacity, Func<T, string> idOf, Func<T, bool> isFinished, Action<T>? evicted = null)
    where T : class
{
    private const int Look = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<T>> byId = new(StringComparer.Ordinal);
    private readonly LinkedList<T> oldestFirst = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return byId.Count;
            }
        }
    }

    public T? Find(string id)
    {
        lock (gate)
        {
            return byId.TryGetValue(id, out var node) ? node.Value : null;
        }
    }

    public void Add(T item)
    {
        T? gone;
        lock (gate)
        {
            byId[idOf(item)] = oldestFirst.AddLast(item);
            gone = byId.Count > capacity ? TakeOldest() : null;
        }

        if (gone is not null)
        {
            evicted?.Invoke(gone);
        }
    }

    public void Remove(string id)
    {
        lock (gate)
        {
            if (byId.Remove(id, out var node))
            {
                oldestFirst.Remove(node);
            }
        }
    }

    /// <summary>Replaces an object in one step; <paramref name="change"/> sees null where there is none.</summary>
    public TResult Change<TResult>(string id, Func<T?, (T? Next, TResult Result)> change)
    {
        lock (gate)
        {
            var node = byId.GetValueOrDefault(id);
            var (next, result) = change(node?.Value);
            if (node is not null && next is not null)
            {
                node.Value = next;
            }

            return result;
        }
    }

    /// <summary>One page, newest first: what comes after one object, or before another one.</summary>
    public (List<T> Items, bool More) Page(int limit, string? startingAfter, string? endingBefore, Func<T, bool> where)
    {
        var items = new List<T>();
        lock (gate)
        {
            var backwards = endingBefore is not null;
            var start = (endingBefore ?? startingAfter) is { } id ? byId.GetValueOrDefault(id) : null;
            var node = start is null ? oldestFirst.Last : backwards ? start.Next : start.Previous;
            for (; node is not null; node = backwards ? node.Next : node.Previous)
            {
                if (!where(node.Value))
                {
                    continue;
                }

                if (items.Count == limit)
                {
                    return (Ordered(items, backwards), true);
                }

                items.Add(node.Value);
            }

            return (Ordered(items, backwards), false);
        }
    }

    public List<T> Snapshot()
    {
        lock (gate)
        {
            return [.. oldestFirst];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            byId.Clear();
            oldestFirst.Clear();
        }
    }

    private static List<T> Ordered(List<T> items, bool backwards)
    {
        if (backwards)
        {
            items.Reverse();
        }

        return items;
    }

    private T? TakeOldest()
    {
        var node = oldestFirst.First;
        for (var looked = 0; node is not null && looked < Look; looked++, node = node.Next)
        {
            if (isFinished(node.Value))
            {
                return Take(node);
            }
        }

        return byId.Count > 2 * capacity ? Take(oldestFirst.First!) : null;
    }

    private T Take(LinkedListNode<T> node)
    {
        byId.Remove(idOf(node.Value));
        oldestFirst.Remove(node);
        return node.Value;
    }
}
