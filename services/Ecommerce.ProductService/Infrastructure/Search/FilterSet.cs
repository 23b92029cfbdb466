using Ecommerce.ProductService.Application.Search;
using Ecommerce.ProductService.Domain;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>A search's filters against the numbers of a snapshot. Each is a bit of a product's failures: which facets count it depends on how many there are.</summary>
internal sealed class FilterSet
{
    public const ulong PriceBit = 1UL << 62;
    public const ulong StockBit = 1UL << 63;

    private readonly SearchQuery _query;
    private readonly ulong[]? _bits;
    private readonly ulong _required;
    private readonly int[] _facets;
    private readonly int _statuses;
    private readonly long _least;
    private readonly long _most;
    private readonly bool _inStock;

    public FilterSet(SearchQuery query, FacetDictionary.View view, Shelves shelves)
    {
        _query = query;
        (_least, _most, _inStock) = (query.MinPrice ?? long.MinValue, query.MaxPrice ?? long.MaxValue, query.InStock);
        _statuses = (query.Statuses ?? [ProductStatus.Active]).Aggregate(0, (mask, status) => mask | (1 << (int)status));
        _facets = new int[query.Filters.Count];
        if (query.Filters.Count == 0)
        {
            return;
        }

        _bits = new ulong[view.Terms.Length];
        foreach (var (name, values) in query.Filters)
        {
            var bit = 1UL << Terms.Count;
            var numbers = new List<int>();
            foreach (var text in values.SelectMany(value => TermsOf(name, value, shelves)))
            {
                if (view.Numbers.TryGetValue(text, out var number))
                {
                    numbers.Add(number);
                    _bits[number] |= bit;
                }
            }

            if (name.Kind == FacetKind.Option)
            {
                Options |= bit;
            }

            _facets[Terms.Count] = Array.IndexOf(view.Facets, name);
            Terms.Add([.. numbers]);
            _required |= bit;
        }
    }

    /// <summary>The numbers that meet each facet's filter.</summary>
    public List<int[]> Terms { get; } = [];

    /// <summary>The bits of the filters by options. Where there are some, they, the price and the stock are met by one variant.</summary>
    public ulong Options { get; }

    /// <summary>Whether an option counts only where a variant that has it is in stock or at the price asked for.</summary>
    public bool IsByStockOrPrice => _query.InStock || _query.MinPrice is not null || _query.MaxPrice is not null;

    public bool IsForShoppers => _query.Statuses is null;

    public bool HasStatus(byte flags) => (_statuses & (1 << (flags & Fields.StatusBits))) != 0;

    /// <summary>Which filters a product fails.</summary>
    public ulong Failures(ReadOnlySpan<int> facets, byte flags, long price) => Failures(facets, (flags & Fields.InStockFlag) != 0, price, _required);

    /// <summary>Which filters a variant fails, of those that are about variants.</summary>
    public ulong VariantFailures(ReadOnlySpan<int> options, bool inStock, long price) => Failures(options, inStock, price, Options);

    /// <summary>The number of the facet that a filter is about; less than 0 where no product has a value of it.</summary>
    public int FacetOf(ulong bit) => _facets[(int)ulong.Log2(bit)];

    /// <summary>Counts a product that fails one filter alone, for that one's facet.</summary>
    public void CountAside(FacetCounter counter, ulong failures, ReadOnlySpan<int> facets, byte flags, long price)
    {
        if (failures == PriceBit)
        {
            counter.CountPrice(price);
        }
        else if (failures == StockBit)
        {
            counter.CountStock((flags & Fields.InStockFlag) != 0);
        }
        else if (ulong.IsPow2(failures) && FacetOf(failures) is >= 0 and var facet)
        {
            counter.CountOnly(facet, facets, flags);
        }
    }

    private ulong Failures(ReadOnlySpan<int> facets, bool inStock, long price, ulong required)
    {
        var failures = 0UL;
        if (required != 0)
        {
            var met = 0UL;
            foreach (var term in facets)
            {
                met |= _bits![term];
            }

            failures = required & ~met;
        }

        if (price < _least || price > _most)
        {
            failures |= PriceBit;
        }

        if (_inStock && !inStock)
        {
            failures |= StockBit;
        }

        return failures;
    }

    private static IEnumerable<string> TermsOf(FacetName name, string value, Shelves shelves) => name.Kind switch
    {
        FacetKind.Category => shelves.Within(value).Select(FacetTerm.Category),
        FacetKind.Brand => [FacetTerm.Brand(value)],
        FacetKind.Attribute => [FacetTerm.Attribute(name.Key, value)],
        FacetKind.Option => [FacetTerm.Option(name.Key, value)],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such facet."),
    };
}
