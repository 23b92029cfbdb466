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
    private static readonly string[] Sizes = ["S", "M", "Ärmel 🧵"];
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
            foreach (var option in new[] { "Colour", "Size" })
            {
                Counted(facets.Options.FirstOrDefault(facet => facet.Key == option)?.Values ?? []).ShouldBe(OptionsByHand(products, query, option), ignoreOrder: true);
            }

            var inAnyState = products.Where(product => Meets(product, query, "stock")).ToList();
            var inStock = inAnyState.Count(product => ByVariant(query) ? product.Variants.Any(variant => variant.InStock && Meets(variant, query, "stock")) : product.InStock);
            (facets.InStock, facets.OutOfStock).ShouldBe((inStock, inAnyState.Count - inStock));
            var atAnyPrice = products.Where(product => Meets(product, query, "price"))
                .Select(product => ByVariant(query) ? product.Variants.Where(variant => Meets(variant, query, "price")).Min(variant => variant.Prices["USD"]) : product.Prices[0]).ToList();
            facets.Prices.Sum(band => band.Count).ShouldBe(atAnyPrice.Count);
            facets.Prices.ShouldAllBe(band => band.Count == atAnyPrice.Count(price => price >= band.From && (band.To == null || price <= band.To)));
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
                _index.Put(Product(random)).ShouldBeNull();
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

    [Fact]
    public async Task A_product_that_makes_no_document_is_set_aside_and_hinders_no_other()
    {
        Open([Named("lantern")]);
        var broken = Named("kettle") with { Prices = [] };

        _index.Put(broken).ShouldNotBeNull();
        _index.Put(Named("stove \ufffe")).ShouldBeNull();
        _index.Publish();
        _index.SetAside.ShouldBe(1);
        (await FindAsync("lantern")).Count.ShouldBe(1);
        (await FindAsync("stove")).Count.ShouldBe(1);
        (await FindAsync("kettle")).ShouldBeEmpty();

        _index.Put(broken with { Prices = [1000] }).ShouldBeNull();
        _index.Publish();
        _index.SetAside.ShouldBe(0);
        (await FindAsync("kettle")).Count.ShouldBe(1);
    }

    private static SearchQuery Plain(string text) =>
        new(text, new Dictionary<FacetName, IReadOnlyCollection<string>>(), "USD", null, null, false, ProductSort.Relevance, null, 20, false);

    private async Task<IReadOnlyList<Guid>> FindAsync(string text) => (await _search.SearchAsync(Plain(text), CancellationToken.None)).Ids;

    private void Open(IEnumerable<IndexedProduct> products)
    {
        _index.Open(_folder.FullName, "one");
        _index.Shelves = new Shelves(_shelves, new Dictionary<string, string>(), new Dictionary<string, Shelves.AttributeLabel> { ["material"] = new("Material", true, 0) });
        foreach (var product in products)
        {
            _index.Add(product).ShouldBeNull();
        }

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
                _index.Put(products[at]).ShouldBeNull();
            }

            _index.Remove(products[^1].Id);
            products.RemoveAt(products.Count - 1);
            _index.Publish();
        }
    }

    private static IndexedProduct Named(string name) => new(
        Guid.NewGuid(), name, "", null, null, ProductStatus.Active, DateTimeOffset.UtcNow, [], [], [],
        [new IndexedVariant(new Dictionary<string, string>(), true, new Dictionary<string, long>())], ["USD"], [1000], 0, 0);

    private IndexedProduct Product(Random random)
    {
        // Some have one article, of which the index knows no more than of the product; some of several are not sold in dollars, but one is.
        var hasSizes = random.Next(3) > 0;
        var sameForAll = random.Next(2) == 0 ? random.Next(60_000) : (long?)null;
        var options = Colours.SelectMany(colour => Sizes.Select(size => (colour, size))).OrderBy(_ => random.Next()).DistinctBy(pair => hasSizes ? pair : (pair.colour, "")).Take(1 + random.Next(4)).ToArray();
        IndexedVariant[] variants =
        [
            .. options.Select((pair, number) => new IndexedVariant(
                hasSizes ? new Dictionary<string, string> { ["Colour"] = pair.colour, ["Size"] = pair.size } : new Dictionary<string, string> { ["Colour"] = pair.colour },
                random.Next(2) == 0,
                number > 0 && random.Next(5) == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { ["USD"] = sameForAll ?? random.Next(60_000) })),
        ];
        return new(
            Guid.NewGuid(), $"{Words[random.Next(8)]} {Words[random.Next(8)]}", Words[random.Next(8)], "Brand", Brands[random.Next(3)],
            random.Next(10) == 0 ? ProductStatus.Draft : ProductStatus.Active, DateTimeOffset.FromUnixTimeSeconds(random.Next(1000)),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => _shelves[random.Next(6)].Id).Distinct()], new Dictionary<string, string> { ["material"] = Materials[random.Next(2)] }, [],
            variants, ["USD"], [variants.Where(variant => variant.Prices.Count > 0).Min(variant => variant.Prices["USD"])], random.Next(50) / 10m, random.Next(100));
    }

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
        Maybe(new FacetName(FacetKind.Option, "Size"), Sizes);
        return new SearchQuery(
            random.Next(2) == 0 ? Words[random.Next(8)] : null, filters, "USD", random.Next(3) == 0 ? 5_000 : null, random.Next(3) == 0 ? 40_000 : null, random.Next(3) == 0,
            ProductSort.Newest, null, 20, true);
    }

    private bool Meets(IndexedProduct product, SearchQuery query, object? leftOut) =>
        product.Status == ProductStatus.Active
        && (query.Text is null || product.Name.Contains(query.Text) || product.Description == query.Text || product.Attributes.Values.Any(value => value.Equals(query.Text, StringComparison.OrdinalIgnoreCase)))
        && query.Filters.Where(filter => filter.Key.Kind != FacetKind.Option).All(filter => Equals(leftOut, filter.Key) || ValuesOf(product, filter.Key).Intersect(filter.Value).Any())
        && (ByVariant(query)
            ? product.Variants.Any(variant => Meets(variant, query, leftOut))
            : (Equals(leftOut, "price") || IsAtPrice(product.Prices[0], query)) && (Equals(leftOut, "stock") || !query.InStock || product.InStock));

    // One variant meets all that is about variants, where something is about options; else the product does, by its cheapest and by any in stock.
    private static bool ByVariant(SearchQuery query) => query.Filters.Keys.Any(name => name.Kind == FacetKind.Option);

    private static bool Meets(IndexedVariant variant, SearchQuery query, object? leftOut) =>
        variant.Prices.TryGetValue("USD", out var price)
        && (Equals(leftOut, "price") || IsAtPrice(price, query))
        && (Equals(leftOut, "stock") || !query.InStock || variant.InStock)
        && query.Filters.Where(filter => filter.Key.Kind == FacetKind.Option && !Equals(leftOut, filter.Key))
            .All(filter => variant.Options.TryGetValue(filter.Key.Key, out var value) && filter.Value.Contains(value));

    private static bool IsAtPrice(long price, SearchQuery query) => (query.MinPrice is null || price >= query.MinPrice) && (query.MaxPrice is null || price <= query.MaxPrice);

    private IEnumerable<(string Value, int Count)> OptionsByHand(List<IndexedProduct> products, SearchQuery query, string option)
    {
        var name = new FacetName(FacetKind.Option, option);
        var isPlain = !ByVariant(query) && !query.InStock && query.MinPrice is null && query.MaxPrice is null;
        return products.Where(product => Meets(product, query, name))
            .SelectMany(product => product.Variants.Where(variant => isPlain || product.Variants.Count == 1 || Meets(variant, query, name))
                .SelectMany(variant => variant.Options.Where(own => own.Key == option)).Select(own => own.Value).Distinct())
            .GroupBy(value => value).Select(group => (group.Key, group.Count()));
    }

    private IEnumerable<string> ValuesOf(IndexedProduct product, FacetName name) => name.Kind switch
    {
        FacetKind.Brand => [product.BrandSlug!],
        FacetKind.Category => product.CategoryIds.SelectMany(SlugsAbove),
        _ => [product.Attributes[name.Key]],
    };

    private IEnumerable<string> SlugsAbove(Guid category) => _shelves.Single(shelf => shelf.Id == category).Path.Select(id => _shelves.Single(shelf => shelf.Id == id).Slug);

    private static IEnumerable<(string Value, int Count)> Counted(IEnumerable<FacetValue> values) => values.Select(value => (value.Value, value.Count));

    private IEnumerable<(string Value, int Count)> ByHand(List<IndexedProduct> products, SearchQuery query, FacetName facet, Func<IndexedProduct, IEnumerable<string>> values) =>
        products.Where(product => Meets(product, query, facet)).SelectMany(product => values(product).Distinct()).GroupBy(value => value).Select(group => (group.Key, group.Count()));
}
