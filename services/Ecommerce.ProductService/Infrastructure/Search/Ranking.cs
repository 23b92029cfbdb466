namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>The first few of many, by key and then by id: a heap with the last of them on top.</summary>
internal sealed class Ranking(int size)
{
    private readonly (long Key, ulong High, ulong Low)[] _heap = new (long Key, ulong High, ulong Low)[size];
    private int _count;

    public bool IsFull => _count == _heap.Length;

    /// <summary>Whether something with this key could still come in.</summary>
    public bool Admits(long key) => _count < _heap.Length || key <= _heap[0].Key;

    public void Offer(long key, ulong high, ulong low)
    {
        var item = (key, high, low);
        if (_count < _heap.Length)
        {
            _heap[_count] = item;
            Rise(_count++);
        }
        else if (Precedes(item, _heap[0]))
        {
            _heap[0] = item;
            Sink();
        }
    }

    public List<(long Key, Guid Id)> ToList()
    {
        var items = _heap[.._count];
        Array.Sort(items);
        return [.. items.Select(item => (item.Key, ProductDocument.Join(item.High, item.Low)))];
    }

    public static bool Precedes((long Key, ulong High, ulong Low) one, (long Key, ulong High, ulong Low) other) =>
        one.Key != other.Key ? one.Key < other.Key : one.High != other.High ? one.High < other.High : one.Low < other.Low;

    private void Rise(int at)
    {
        while (at > 0 && Precedes(_heap[(at - 1) / 2], _heap[at]))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        var at = 0;
        while (true)
        {
            var last = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < _count; child++)
            {
                if (Precedes(_heap[last], _heap[child]))
                {
                    last = child;
                }
            }

            if (last == at)
            {
                return;
            }

            (_heap[at], _heap[last]) = (_heap[last], _heap[at]);
            at = last;
        }
    }
}
