using Ecommerce.ProductService.Application.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

internal sealed class ProductSearch(ProductIndex index) : IProductSearch
{
    private const int ScoreSteps = 1000;

    // Walking an order until the page is full beats gathering all that meet a filter, unless hardly anything meets it.
    private const int RareShare = 40;

    // What looking at a product costs while walking, against one that a filter's postings lead to.
    private const int StepsPerPosting = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<SearchHits> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await index.Ready.WaitAsync(Patience, cancellationToken);
        return index.Read(snapshot => Search(snapshot, query));
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountByCategoryAsync(CancellationToken cancellationToken)
    {
        await index.Ready.WaitAsync(Patience, cancellationToken);
        return index.Read(CountByCategory);
    }

    private SearchHits Search(IndexSnapshot snapshot, SearchQuery query)
    {
        var shelves = index.Shelves;
        var filters = new FilterSet(query, snapshot.Facets, shelves);
        if (query.Text is null)
        {
            return query.WithFacets ? Gather(snapshot, query, filters, shelves, null, 0)
                : List(snapshot, query, filters, shelves);
        }

        var mode = query.After?.Mode ?? TextQuery.Plain;
        var hits = GatherText(snapshot, query, filters, shelves, mode);
        return hits.Total == 0 && query.After is null ? GatherText(snapshot, query, filters, shelves, TextQuery.Forgiving) : hits;
    }

    private static SearchHits GatherText(IndexSnapshot snapshot, SearchQuery query, FilterSet filters, Shelves shelves, int mode) =>
        TextQuery.Of(query.Text!, mode, snapshot) is { } text
            ? Gather(snapshot, query, filters, shelves, text, mode)
            : new SearchHits([], null, 0, query.WithFacets ? new FacetCounter(snapshot.Facets, shelves, query.Currency).ToFacets() : null);

    // Everything that the driver meets (all products where there is none), counted and ranked.
    private static SearchHits Gather(IndexSnapshot snapshot, SearchQuery query, FilterSet filters, Shelves shelves, Query? driver, int mode)
    {
        var counter = query.WithFacets ? new FacetCounter(snapshot.Facets, shelves, query.Currency) : null;
        var ranking = new Ranking(query.Limit + 1);
        var after = After(query);
        var weight = driver is null ? null : snapshot.Searcher.CreateNormalizedWeight(driver);
        var total = 0;
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var columns = snapshot.Columns[leaf.Ord];
            var prices = columns.Prices(query.Currency);
            if (filters.IsForShoppers && prices is null)
            {
                continue;
            }

            var variantPrices = columns.Variants.Prices(query.Currency);
            var there = leaf.AtomicReader.LiveDocs;
            var scorer = weight?.GetScorer(leaf, there);
            if (weight is not null && scorer is null)
            {
                continue;
            }

            for (var document = scorer?.NextDoc() ?? 0; document < columns.Count; document = scorer?.NextDoc() ?? document + 1)
            {
                if ((scorer is null && there?.Get(document) == false) || !Look(columns, prices, variantPrices, document, filters, counter))
                {
                    continue;
                }

                total++;
                var key = query.Sort == ProductSort.Relevance ? -(long)(scorer!.GetScore() * ScoreSteps) : columns.Key(query.Sort, prices, document);
                if (ranking.Admits(key) && (after is not { } seen || Ranking.Precedes(seen, (key, columns.High[document], columns.Low[document]))))
                {
                    ranking.Offer(key, columns.High[document], columns.Low[document]);
                }
            }
        }

        return ToHits(ranking, query, mode, total, counter?.ToFacets());
    }

    // Where the order goes against the filter (tents by price, from the cheapest on), the walk is given up once it has cost what gathering does.
    private static SearchHits List(IndexSnapshot snapshot, SearchQuery query, FilterSet filters, Shelves shelves)
    {
        var (rarest, met) = RarestFilter(snapshot, filters);
        var isRare = rarest is not null && met < snapshot.Reader.NumDocs / RareShare;
        return (isRare ? null : Walk(snapshot, query, filters, rarest is null ? int.MaxValue : met * StepsPerPosting)) ?? Gather(snapshot, query, filters, shelves, rarest, 0);
    }

    // Along each segment's order, until there are enough or what comes is behind what is there; null where that takes more steps than given.
    private static SearchHits? Walk(IndexSnapshot snapshot, SearchQuery query, FilterSet filters, int steps)
    {
        var ranking = new Ranking(query.Limit + 1);
        var after = After(query);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var columns = snapshot.Columns[leaf.Ord];
            var prices = columns.Prices(query.Currency);
            if (filters.IsForShoppers && prices is null)
            {
                continue;
            }

            var variantPrices = columns.Variants.Prices(query.Currency);
            var there = leaf.AtomicReader.LiveDocs;
            var order = columns.Order(query.Sort, query.Currency);
            var taken = 0;
            var bounds = KeyBounds(query, filters);
            var start = Later(after, bounds.Least == long.MinValue ? null : (bounds.Least - 1, ulong.MaxValue, ulong.MaxValue));
            for (var at = start is { } seen ? FirstAfter(order, columns, query.Sort, prices, seen) : 0; at < order.Length && taken <= query.Limit; at++)
            {
                var document = order[at];
                var key = columns.Key(query.Sort, prices, document);
                if (!ranking.Admits(key) || key > bounds.Most)
                {
                    break;
                }

                if (--steps < 0)
                {
                    return null;
                }

                if (there?.Get(document) != false && Look(columns, prices, variantPrices, document, filters, null))
                {
                    ranking.Offer(key, columns.High[document], columns.Low[document]);
                    taken++;
                }
            }
        }

        return ToHits(ranking, query, 0, null, null);
    }

    /// <summary>Looks at one product: whether it meets the filters, and what it counts for.</summary>
    private static bool Look(SegmentColumns columns, long[]? prices, long[]? variantPrices, int document, FilterSet filters, FacetCounter? counter)
    {
        var flags = columns.Flags[document];
        var price = prices is null ? -1 : prices[document] - 1;
        if (!filters.HasStatus(flags) || (filters.IsForShoppers && price < 0))
        {
            return false;
        }

        var facets = columns.Facets(document);
        var failures = filters.Failures(facets, flags, price);
        var variants = columns.Variants.Of(document);
        if (variants.To > variants.From && VariantLook.Decides(filters, counter) && (filters.Options != 0 || failures == 0))
        {
            return VariantLook.Look(columns.Variants, variantPrices, variants, filters, failures, new ProductValues(facets, flags, price), counter);
        }

        if (failures == 0)
        {
            counter?.Count(facets, flags, price);
            return true;
        }

        if (counter is not null)
        {
            filters.CountAside(counter, failures, facets, flags, price);
        }

        return false;
    }

    private static int FirstAfter(int[] order, SegmentColumns columns, ProductSort sort, long[]? prices, (long Key, ulong High, ulong Low) seen)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var document = order[middle];
            if (Ranking.Precedes(seen, (columns.Key(sort, prices, document), columns.High[document], columns.Low[document])))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    // By price, the order itself begins and ends where the filter by price does. The order goes by the cheapest variant, which may be cheaper than
    // the one that meets a filter by options.
    private static (long Least, long Most) KeyBounds(SearchQuery query, FilterSet filters) => query.Sort switch
    {
        ProductSort.PriceAscending => (filters.Options == 0 ? query.MinPrice + 1 ?? long.MinValue : long.MinValue, query.MaxPrice + 1 ?? long.MaxValue),
        ProductSort.PriceDescending => (-(query.MaxPrice + 1) ?? long.MinValue, filters.Options == 0 ? -(query.MinPrice + 1) ?? long.MaxValue : long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static (long Key, ulong High, ulong Low)? Later((long Key, ulong High, ulong Low)? one, (long Key, ulong High, ulong Low)? other) =>
        one is { } a && other is { } b ? (Ranking.Precedes(a, b) ? b : a) : one ?? other;

    private static (BooleanQuery? Query, int Met) RarestFilter(IndexSnapshot snapshot, FilterSet filters)
    {
        (List<Term>? Terms, int Met) rarest = (null, int.MaxValue / StepsPerPosting);
        foreach (var numbers in filters.Terms.Where(numbers => numbers.Length < BooleanQuery.MaxClauseCount))
        {
            var terms = numbers.Select(number => new Term(Fields.Filter, FacetTerm.TextOf(snapshot.Facets.Terms[number]))).ToList();
            var met = terms.Sum(snapshot.Reader.DocFreq);
            if (met < rarest.Met)
            {
                rarest = (terms, met);
            }
        }

        if (rarest.Terms is null)
        {
            return (null, 0);
        }

        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in rarest.Terms)
        {
            query.Add(new TermQuery(term), Occur.SHOULD);
        }

        return (query, rarest.Met);
    }

    private IReadOnlyDictionary<Guid, int> CountByCategory(IndexSnapshot snapshot)
    {
        var shelves = index.Shelves;
        var counter = new FacetCounter(snapshot.Facets, shelves, "USD");
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var columns = snapshot.Columns[leaf.Ord];
            var there = leaf.AtomicReader.LiveDocs;
            for (var document = 0; document < columns.Count; document++)
            {
                if (there?.Get(document) != false && (columns.Flags[document] & Fields.StatusBits) == (int)Domain.ProductStatus.Active)
                {
                    counter.Count(columns.Facets(document), columns.Flags[document], 0);
                }
            }
        }

        return counter.Categories();
    }

    private static (long Key, ulong High, ulong Low)? After(SearchQuery query)
    {
        if (query.After is not { } seen)
        {
            return null;
        }

        var (high, low) = ProductDocument.Split(seen.Id);
        return (seen.Key, high, low);
    }

    private static SearchHits ToHits(Ranking ranking, SearchQuery query, int mode, int? total, SearchFacets? facets)
    {
        var items = ranking.ToList();
        var page = items.Take(query.Limit).ToList();
        return new SearchHits(
            [.. page.Select(item => item.Id)], items.Count > query.Limit ? new SearchCursor(query.Sort, page[^1].Key, page[^1].Id, mode) : null, total, facets);
    }
}
