using System.Runtime.InteropServices;
using Ecommerce.ProductService.Application.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Counts the values of the products that a search meets. For the facets that it filters by, also of those that only this filter keeps out.</summary>
internal sealed class FacetCounter(FacetDictionary.View view, Shelves shelves, string currency)
{
    private const int MostValues = 50;

    private readonly int[] _counts = new int[view.Terms.Length];
    private readonly Dictionary<Guid, int> _categories = [];
    private readonly HashSet<Guid> _once = [];
    private readonly long[] _bands = PriceBands.Of(currency);
    private readonly int[] _prices = new int[PriceBands.Of(currency).Length];
    private readonly int _category = Array.IndexOf(view.Facets, FacetName.Category);
    private readonly bool[] _isOption = [.. view.Facets.Select(facet => facet.Kind == FacetKind.Option)];
    private int[]? _lastProducts;
    private int _product;
    private int _inStock;
    private int _outOfStock;

    /// <summary>A product that meets the whole search.</summary>
    public void Count(ReadOnlySpan<int> facets, byte flags, long price)
    {
        CountValues(facets, flags, withOptions: true);
        CountPrice(price);
        CountStock((flags & Fields.InStockFlag) != 0);
    }

    /// <summary>The values of a product that meets the whole search.</summary>
    /// <param name="facets">All of them.</param>
    /// <param name="flags">The product's.</param>
    /// <param name="withOptions">Whether those of options too; else its variants count them.</param>
    public void CountValues(ReadOnlySpan<int> facets, byte flags, bool withOptions)
    {
        var hasManyCategories = (flags & Fields.ManyCategoriesFlag) != 0;
        foreach (var term in facets)
        {
            var facet = view.FacetOf[term];
            if ((!hasManyCategories || facet != _category) && (withOptions || !_isOption[facet]))
            {
                _counts[term]++;
            }
        }

        if (hasManyCategories)
        {
            CountCategories(facets);
        }
    }

    /// <summary>The variants that follow are of another product.</summary>
    public void BeginVariants() => _product++;

    /// <summary>Options of one of a product's variants: each value counts once a product.</summary>
    /// <param name="options">The variant's.</param>
    /// <param name="facet">Only this facet's; null: all.</param>
    public void CountOptions(ReadOnlySpan<int> options, int? facet)
    {
        _lastProducts ??= new int[_counts.Length];
        foreach (var term in options)
        {
            if (_lastProducts[term] != _product && (facet is null || view.FacetOf[term] == facet))
            {
                _lastProducts[term] = _product;
                _counts[term]++;
            }
        }
    }

    /// <summary>A product that only the filter by this facet keeps out.</summary>
    public void CountOnly(int facet, ReadOnlySpan<int> facets, byte flags)
    {
        if (facet == _category && (flags & Fields.ManyCategoriesFlag) != 0)
        {
            CountCategories(facets);
            return;
        }

        foreach (var term in facets)
        {
            if (view.FacetOf[term] == facet)
            {
                _counts[term]++;
            }
        }
    }

    public void CountPrice(long price) => _prices[PriceBands.IndexOf(_bands, price)]++;

    public void CountStock(bool inStock)
    {
        if (inStock)
        {
            _inStock++;
        }
        else
        {
            _outOfStock++;
        }
    }

    /// <summary>How many products each category and those below it hold.</summary>
    public Dictionary<Guid, int> Categories()
    {
        var totals = new Dictionary<Guid, int>(_categories);
        for (var term = 0; term < _counts.Length; term++)
        {
            if (_counts[term] > 0 && view.FacetOf[term] == _category && shelves.Find(Guid.Parse(view.Terms[term].Value)) is { } shelf)
            {
                foreach (var ancestor in shelf.Path)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(totals, ancestor, out _) += _counts[term];
                }
            }
        }

        return totals;
    }

    public SearchFacets ToFacets()
    {
        var values = new List<int>[view.Facets.Length];
        for (var term = 0; term < _counts.Length; term++)
        {
            if (_counts[term] > 0)
            {
                (values[view.FacetOf[term]] ??= []).Add(term);
            }
        }

        var named = view.Facets.Select((name, facet) => (Name: name, Terms: values[facet])).Where(facet => facet.Terms is not null).ToList();
        return new SearchFacets(
            [.. Categories().Select(count => (Shelf: shelves.Find(count.Key), Count: count.Value)).Where(count => count.Shelf is not null)
                .Select(count => new FacetValue(count.Shelf!.Slug, count.Shelf.Name, count.Count)).OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
                .Take(MostValues)],
            [.. named.Where(facet => facet.Name.Kind == FacetKind.Brand).SelectMany(facet => ValuesOf(facet.Terms, slug => shelves.Brands.GetValueOrDefault(slug, slug)))],
            [.. named.Where(facet => facet.Name.Kind == FacetKind.Attribute)
                .Select(facet => (Facet: facet, Label: shelves.Attributes.GetValueOrDefault(facet.Name.Key))).Where(facet => facet.Label is { IsFilterable: true })
                .OrderBy(facet => facet.Label!.Position).ThenBy(facet => facet.Facet.Name.Key, StringComparer.Ordinal)
                .Select(facet => new Facet(facet.Facet.Name.Key, facet.Label!.Name, ValuesOf(facet.Facet.Terms, value => value)))],
            [.. named.Where(facet => facet.Name.Kind == FacetKind.Option).OrderBy(facet => facet.Name.Key, StringComparer.Ordinal)
                .Select(facet => new Facet(facet.Name.Key, facet.Name.Key, ValuesOf(facet.Terms, value => value)))],
            [.. _bands.Select((from, band) => new PriceBand(from, band == _bands.Length - 1 ? null : _bands[band + 1] - 1, _prices[band])).Where(band => band.Count > 0)],
            _inStock, _outOfStock);
    }

    private List<FacetValue> ValuesOf(List<int> terms, Func<string, string> name) =>
        [.. terms.Select(term => new FacetValue(view.Terms[term].Value, name(view.Terms[term].Value), _counts[term]))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(MostValues)];

    // Two of its categories may lie in the same one: there it is one product.
    private void CountCategories(ReadOnlySpan<int> facets)
    {
        _once.Clear();
        foreach (var term in facets)
        {
            if (view.FacetOf[term] == _category && shelves.Find(Guid.Parse(view.Terms[term].Value)) is { } shelf)
            {
                _once.UnionWith(shelf.Path);
            }
        }

        foreach (var category in _once)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_categories, category, out _)++;
        }
    }
}
