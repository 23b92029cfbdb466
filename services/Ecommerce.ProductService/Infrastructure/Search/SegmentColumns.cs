using Ecommerce.ProductService.Application.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// What filters, counts and orders read of a segment's products, as arrays by document: about 60 bytes a product. A segment never changes,
/// only which of its documents are still there, so these are read once, before the first search sees the segment.
/// </summary>
internal sealed class SegmentColumns
{
    private readonly Dictionary<string, long[]> _prices = [];
    private readonly Dictionary<(ProductSort Sort, string Currency), int[]> _orders = [];
    private readonly Lock _ordering = new();
    private readonly long[] _created;
    private readonly long[] _ratings;
    private readonly int[] _facetStarts;
    private readonly int[] _facets;

    private SegmentColumns(AtomicReader reader, FacetDictionary dictionary)
    {
        Count = reader.MaxDoc;
        High = [.. Read(reader, Fields.IdHigh).Select(value => unchecked((ulong)value))];
        Low = [.. Read(reader, Fields.IdLow).Select(value => unchecked((ulong)value))];
        Flags = [.. Read(reader, Fields.Flags).Select(value => (byte)value)];
        _created = Read(reader, Fields.Created);
        _ratings = Read(reader, Fields.Rating);
        foreach (var field in reader.FieldInfos)
        {
            if (field.Name.StartsWith(Fields.Price, StringComparison.Ordinal))
            {
                _prices[field.Name[Fields.Price.Length..]] = Read(reader, field.Name);
            }
        }

        (_facetStarts, _facets) = ReadFacets(reader, dictionary);
        Variants = new VariantColumns(reader, Facets, _prices);
    }

    public int Count { get; }

    public ulong[] High { get; }

    public ulong[] Low { get; }

    public byte[] Flags { get; }

    public VariantColumns Variants { get; }

    /// <summary>The orders that were asked for so far.</summary>
    public IReadOnlyCollection<(ProductSort Sort, string Currency)> Orders
    {
        get
        {
            lock (_ordering)
            {
                return [.. _orders.Keys];
            }
        }
    }

    public static SegmentColumns Of(AtomicReader reader, FacetDictionary dictionary) => new(reader, dictionary);

    /// <summary>Prices in a currency and one more each; 0 where there is none. Null where no product has one.</summary>
    public long[]? Prices(string currency) => _prices.GetValueOrDefault(currency);

    public ReadOnlySpan<int> Facets(int document) => _facets.AsSpan(_facetStarts[document].._facetStarts[document + 1]);

    /// <summary>The key by which an order is ascending.</summary>
    public long Key(ProductSort sort, long[]? prices, int document) => sort switch
    {
        ProductSort.Newest => -_created[document],
        ProductSort.Rating => -_ratings[document],
        ProductSort.PriceAscending => prices![document],
        ProductSort.PriceDescending => -prices![document],
        ProductSort.Relevance => throw new ArgumentOutOfRangeException(nameof(sort), sort, "The search knows it, not the product."),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
    };

    /// <summary>The segment's documents in an order.</summary>
    public int[] Order(ProductSort sort, string currency)
    {
        var prices = Prices(currency);
        if (sort is ProductSort.PriceAscending or ProductSort.PriceDescending && prices is null)
        {
            return [];
        }

        var name = (sort, sort is ProductSort.PriceAscending or ProductSort.PriceDescending ? currency : "");
        lock (_ordering)
        {
            if (_orders.TryGetValue(name, out var known))
            {
                return known;
            }

            var keys = new (long Key, ulong High, ulong Low)[Count];
            var order = new int[Count];
            for (var document = 0; document < Count; document++)
            {
                keys[document] = (Key(sort, prices, document), High[document], Low[document]);
                order[document] = document;
            }

            Array.Sort(keys, order);
            return _orders[name] = order;
        }
    }

    private static long[] Read(AtomicReader reader, string field)
    {
        var values = new long[reader.MaxDoc];
        if (reader.GetNumericDocValues(field) is { } column)
        {
            for (var document = 0; document < values.Length; document++)
            {
                values[document] = column.Get(document);
            }
        }

        return values;
    }

    private static (int[] Starts, int[] Facets) ReadFacets(AtomicReader reader, FacetDictionary dictionary)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(Fields.Facets) is not { } column)
        {
            return (starts, []);
        }

        var numbers = new int[column.ValueCount];
        var text = new BytesRef();
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            column.LookupOrd(ordinal, text);
            numbers[ordinal] = dictionary.Add(text.Utf8ToString());
        }

        var facets = new List<int>(reader.MaxDoc * 8);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            column.SetDocument(document);
            for (var ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
            {
                facets.Add(numbers[ordinal]);
            }

            starts[document + 1] = facets.Count;
        }

        return (starts, [.. facets]);
    }
}
