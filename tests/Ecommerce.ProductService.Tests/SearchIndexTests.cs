using Ecommerce.ProductService.Application.Search;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Search;

namespace Ecommerce.ProductService.Tests;

/// <summary>The index by itself, against counting by hand.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private static readonly string[] Words = ["jacket", "boots", "tent", "lamp", "iphone", "case", "wool", "steel"];
    private static readonly string[] Brands = ["alder", "kestrel", "tern"];
    private static readonly string[] Colours = ["Black", "Blue", "Red"];
    private static readonly string[] Materials = ["Wool", "Steel"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("search-index");
    private readonly ProductIndex _index = new();
    private readonly ProductSearch _search;
    private readonly Shelves.Shelf[] _shelves;

    public SearchIndexTests()
    {
        _search = new ProductSearch(_index);
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToArray();

        // 0 holds 1 and 2, 1 holds 3; 4 holds 5.
        Guid[][] paths = [[ids[0]], [ids[0], ids[1]], [ids[0], ids[2]], [ids[0], ids[1], ids[3]], [ids[4]], [ids[4], ids[5]]];
        _shelves = [.. paths.Select((path, number) => new Shelves.Shelf(ids[number], $"c{number}", $"C{number}", path))];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Facets_count_what_counting_by_hand_counts(int seed)
    {
        var random = new Random(seed);
        var products = Enumerable.Range(0, 400).Select(_ => Product(random)).ToList();
        Open(products);
        Change(products, random);
        for (var search = 0; search < 60; search++)
        {
            var query = Query(random);
            var expected = products.Where(product => Meets(product, query, null)).ToList();

            var found = await _search.SearchAsync(query, CancellationToken.None);

            found.Total.ShouldBe(expected.Count);
            found.Ids.ShouldBeSubsetOf(expected.Select(product => product.Id));
            found.Ids.Count.ShouldBe(Math.Min(expected.Count, query.Limit));
            var facets = found.Facets!;
            Counted(facets.Brands).ShouldBe(ByHand(products, query, FacetName.Brand, product => [product.BrandSlug!]), ignoreOrder: true);
            Counted(facets.Categories).ShouldBe(ByHand(products, query, FacetName.Category, product => product.CategoryIds.SelectMany(SlugsAbove).Distinct()), ignoreOrder: true);
            var material = new FacetName(FacetKind.Attribute, "material");
            Counted(facets.Attributes.FirstOrDefault(facet => facet.Key == "material")?.Values ?? [])
                .ShouldBe(ByHand(products, query, material, product => [product.Attributes["material"]]), ignoreOrder: true);
            var colour = new FacetName(FacetKind.Option, "Colour");
            Counted(facets.Options.FirstOrDefault(facet => facet.Key == "Colour")?.Values ?? [])
                .ShouldBe(ByHand(products, query, colour, product => product.Options.Select(option => option.Value)), ignoreOrder: true);
            var inAnyState = products.Where(product => Meets(product, query, "stock")).ToList();
            (facets.InStock, facets.OutOfStock).ShouldBe((inAnyState.Count(product => product.InStock), inAnyState.Count(product => !product.InStock)));
            var atAnyPrice = products.Where(product => Meets(product, query, "price")).ToList();
            facets.Prices.Sum(band => band.Count).ShouldBe(atAnyPrice.Count);
            facets.Prices.ShouldAllBe(band => band.Count == atAnyPrice.Count(product => product.Prices[0] >= band.From && (band.To == null || product.Prices[0] <= band.To)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_page_is_the_same_whether_an_order_is_walked_or_everything_is_gathered(int seed)
    {
        var random = new Random(seed);
        var products = Enumerable.Range(0, 600).Select(_ => Product(random)).ToList();
        Open(products);
        Change(products, random);
        for (var search = 0; search < 100; search++)
        {
            var sorts = new[] { ProductSort.Newest, ProductSort.PriceAscending, ProductSort.PriceDescending, ProductSort.Rating };
            var query = Query(random) with { Text = null, Sort = sorts[random.Next(4)], Limit = 1 + random.Next(30) };
            for (var page = 0; page < 3; page++)
            {
                var gathered = await _search.SearchAsync(query, CancellationToken.None);
                var walked = await _search.SearchAsync(query with { WithFacets = false }, CancellationToken.None);
                walked.Ids.ShouldBe(gathered.Ids);
                walked.Next.ShouldBe(gathered.Next);
                if (gathered.Next is null)
                {
                    break;
                }

                query = query with { After = gathered.Next };
            }
        }
    }

    [Theory]
    [InlineData(nameof(ProductSort.Newest))]
    [InlineData(nameof(ProductSort.Rating))]
    [InlineData(nameof(ProductSort.PriceAscending))]
    [InlineData(nameof(ProductSort.PriceDescending))]
    [InlineData(nameof(ProductSort.Relevance))]
    public async Task Pages_visit_what_was_there_exactly_once_in_order_while_others_come_and_go(string order)
    {
        var sort = Enum.Parse<ProductSort>(order);
        var random = new Random(11);
        var products = Enumerable.Range(0, 300).Select(_ => Product(random)).ToList();
        Open(products);
        var text = sort == ProductSort.Relevance ? "wool" : null;
        var query = new SearchQuery(text, new Dictionary<FacetName, IReadOnlyCollection<string>>(), "USD", null, null, false, sort, null, 7, false);
        var stays = products.Where(product => Meets(product, query, null)).Select(product => product.Id).ToHashSet();
        var whole = (await _search.SearchAsync(query with { Limit = 1000 }, CancellationToken.None)).Ids;
        whole.Count.ShouldBe(stays.Count);

        var seen = new List<Guid>();
        for (SearchCursor? cursor = null; ;)
        {
            var page = await _search.SearchAsync(query with { After = cursor }, CancellationToken.None);
            seen.AddRange(page.Ids);
            if ((cursor = page.Next) is null)
            {
                break;
            }

            for (var number = 0; number < 10; number++)
            {
                _index.Put(Product(random));
            }

            _index.Publish();
        }

        seen.ShouldBeUnique();
        seen.Where(stays.Contains).ShouldBe(whole);
    }

    [Theory]
    [InlineData("iphnoe case")]
    [InlineData("iphone cas")]
    [InlineData("IPHONE CASES")]
    [InlineData("îphone càse")]
    [InlineData("case iphone")]
    [InlineData("ipone csae")]
    public async Task Typing_errors_beginnings_plurals_and_accents_find_it(string text)
    {
        var wanted = Named("Halden Case for iPhone 15");
        Open([wanted, Named("Halden Jacket"), Named("Phone stand"), Named("Suitcase")]);
        (await FindAsync(text))[0].ShouldBe(wanted.Id);
    }

    [Fact]
    public async Task A_word_that_is_right_is_not_taken_for_an_error_of_another()
    {
        var (boots, boats) = (Named("Boots"), Named("Boats"));
        Open([boots, boats]);
        (await FindAsync("boots")).ShouldBe([boots.Id]);
        (await FindAsync("boats")).ShouldBe([boats.Id]);
        (await FindAsync("bootz")).ShouldContain(boots.Id);
    }

    [Fact]
    public async Task An_articles_number_or_barcode_comes_before_what_only_speaks_of_it()
    {
        var (article, other) = (Named("Lamp") with { Codes = ["LAMP-1", "4006381333931"] }, Named("lamp 1 LAMP-1 lamp"));
        Open([other, article]);
        (await FindAsync("lamp-1"))[0].ShouldBe(article.Id);
        (await FindAsync("4006381333931")).ShouldBe([article.Id]);
    }

    [Fact]
    public async Task The_name_counts_more_than_the_description()
    {
        var (named, described) = (Named("Wool Blanket"), Named("Blanket") with { Description = "Softer than wool." });
        Open([described, named]);
        (await FindAsync("wool blanket")).ShouldBe([named.Id, described.Id]);
    }

    [Fact]
    public async Task What_is_on_the_disk_is_followed_on_and_another_databases_index_is_not()
    {
        var product = Named("Tent");
        Open([product]);
        _index.Commit("one", 42);
        _index.Dispose();

        using (var again = new ProductIndex())
        {
            again.Open(_folder.FullName, "one").ShouldBe(42);
            again.Publish();
            again.SetReady();
            (await new ProductSearch(again).SearchAsync(Plain("tent"), CancellationToken.None)).Ids.ShouldBe([product.Id]);
        }

        using var others = new ProductIndex();
        others.Open(_folder.FullName, "another").ShouldBeNull();
        others.Publish();
        others.SetReady();
        (await new ProductSearch(others).SearchAsync(Plain("tent"), CancellationToken.None)).Ids.ShouldBeEmpty();
    }

    [Fact]
    public void Two_replicas_on_one_machine_have_an_index_each()
    {
        Open([Named("Tent")]);
        using var second = new ProductIndex();
        second.Open(_folder.FullName, "one").ShouldBeNull();
        Directory.GetDirectories(_folder.FullName).Length.ShouldBe(2);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    private static SearchQuery Plain(string text) =>
        new(text, new Dictionary<FacetName, IReadOnlyCollection<string>>(), "USD", null, null, false, ProductSort.Relevance, null, 20, false);

    private async Task<IReadOnlyList<Guid>> FindAsync(string text) => (await _search.SearchAsync(Plain(text), CancellationToken.None)).Ids;

    private void Open(IEnumerable<IndexedProduct> products)
    {
        _index.Open(_folder.FullName, "one");
        _index.Shelves = new Shelves(_shelves, new Dictionary<string, string>(), new Dictionary<string, Shelves.AttributeLabel> { ["material"] = new("Material", true, 0) });
        _index.Add(products);
        _index.Publish();
        _index.SetReady();
    }

    // In further segments, with what was there before deleted.
    private void Change(List<IndexedProduct> products, Random random)
    {
        for (var round = 0; round < 3; round++)
        {
            for (var number = 0; number < 30; number++)
            {
                var at = random.Next(products.Count);
                products[at] = Product(random) with { Id = products[at].Id };
                _index.Put(products[at]);
            }

            _index.Remove(products[^1].Id);
            products.RemoveAt(products.Count - 1);
            _index.Publish();
        }
    }

    private static IndexedProduct Named(string name) => new(
        Guid.NewGuid(), name, "", null, null, ProductStatus.Active, DateTimeOffset.UtcNow, [], [], [], [], true, ["USD"], [1000], 0, 0);

    private IndexedProduct Product(Random random) => new(
        Guid.NewGuid(), $"{Words[random.Next(8)]} {Words[random.Next(8)]}", Words[random.Next(8)], "Brand", Brands[random.Next(3)],
        random.Next(10) == 0 ? ProductStatus.Draft : ProductStatus.Active, DateTimeOffset.FromUnixTimeSeconds(random.Next(1000)),
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => _shelves[random.Next(6)].Id).Distinct()], new Dictionary<string, string> { ["material"] = Materials[random.Next(2)] }, [],
        [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => KeyValuePair.Create("Colour", Colours[random.Next(3)])).Distinct()],
        random.Next(2) == 0, ["USD"], [random.Next(60_000)], random.Next(50) / 10m, random.Next(100));

    private SearchQuery Query(Random random)
    {
        var filters = new Dictionary<FacetName, IReadOnlyCollection<string>>();
        void Maybe(FacetName name, string[] values)
        {
            if (random.Next(3) == 0)
            {
                filters[name] = [.. values.Where(_ => random.Next(2) == 0).DefaultIfEmpty(values[0])];
            }
        }

        Maybe(FacetName.Brand, Brands);
        Maybe(FacetName.Category, [.. _shelves.Select(shelf => shelf.Slug)]);
        Maybe(new FacetName(FacetKind.Attribute, "material"), Materials);
        Maybe(new FacetName(FacetKind.Option, "Colour"), Colours);
        return new SearchQuery(
            random.Next(2) == 0 ? Words[random.Next(8)] : null, filters, "USD", random.Next(3) == 0 ? 5_000 : null, random.Next(3) == 0 ? 40_000 : null, random.Next(3) == 0,
            ProductSort.Newest, null, 20, true);
    }

    private bool Meets(IndexedProduct product, SearchQuery query, object? leftOut) =>
        product.Status == ProductStatus.Active
        && (query.Text is null || product.Name.Contains(query.Text) || product.Description == query.Text || product.Attributes.Values.Any(value => value.Equals(query.Text, StringComparison.OrdinalIgnoreCase)))
        && (Equals(leftOut, "price") || ((query.MinPrice is null || product.Prices[0] >= query.MinPrice) && (query.MaxPrice is null || product.Prices[0] <= query.MaxPrice)))
        && (Equals(leftOut, "stock") || !query.InStock || product.InStock)
        && query.Filters.All(filter => Equals(leftOut, filter.Key) || ValuesOf(product, filter.Key).Intersect(filter.Value).Any());

    private IEnumerable<string> ValuesOf(IndexedProduct product, FacetName name) => name.Kind switch
    {
        FacetKind.Brand => [product.BrandSlug!],
        FacetKind.Category => product.CategoryIds.SelectMany(SlugsAbove),
        FacetKind.Attribute => [product.Attributes[name.Key]],
        _ => product.Options.Select(option => option.Value),
    };

    private IEnumerable<string> SlugsAbove(Guid category) => _shelves.Single(shelf => shelf.Id == category).Path.Select(id => _shelves.Single(shelf => shelf.Id == id).Slug);

    private static IEnumerable<(string Value, int Count)> Counted(IEnumerable<FacetValue> values) => values.Select(value => (value.Value, value.Count));

    private IEnumerable<(string Value, int Count)> ByHand(List<IndexedProduct> products, SearchQuery query, FacetName facet, Func<IndexedProduct, IEnumerable<string>> values) =>
        products.Where(product => Meets(product, query, facet)).SelectMany(product => values(product).Distinct()).GroupBy(value => value).Select(group => (group.Key, group.Count()));
}
