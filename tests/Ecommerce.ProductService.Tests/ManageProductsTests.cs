using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests;

public sealed class ManageProductsTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public async Task A_draft_is_seen_by_staff_alone_until_it_is_put_on_sale()
    {
        var name = CatalogueClient.Unique("Zeppelin");
        var made = await _staff.ProductAsync(name, isActive: false);
        (await (await service.Anonymous().GetAsync($"/api/v1/products/{made.Slug}")).CodeAsync()).ShouldBe("product.not_found");
        await Eventually.HoldsAsync(
            async () => (await _staff.Http.GetFromJsonAsync($"/api/v1/catalogue/products?q={made.Sku}&status=draft")).GetProperty("items").GetArrayLength() == 1, "staff finds the draft");
        (await FoundAsync(made.Sku)).ShouldBe(0);

        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"{made.Path}/activate", null));

        (await _staff.PageAsync(made.Slug)).GetProperty("name").GetString().ShouldBe(name);
        await Eventually.HoldsAsync(async () => await FoundAsync(made.Sku) == 1, "a shopper finds it", TimeSpan.FromSeconds(5));

        await CatalogueClient.OkAsync(await _staff.Http.PostAsync($"{made.Path}/archive", null));
        (await service.Anonymous().GetAsync($"/api/v1/products/{made.Slug}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Eventually.HoldsAsync(async () => await FoundAsync(made.Sku) == 0, "nobody finds it any more");
    }

    [Fact]
    public async Task A_slug_that_a_product_had_leads_to_it_for_ever_and_is_nobody_elses()
    {
        var made = await _staff.ProductAsync();
        var renamed = CatalogueClient.Unique("renamed");
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(made.Path, new { slug = renamed, name = "Renamed" }));

        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = service.Anonymous().BaseAddress };
        var old = await client.GetAsync($"/api/v1/products/{made.Slug}?currency=CHF");
        old.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        old.Headers.Location!.ToString().ShouldBe($"/api/v1/products/{renamed}?currency=CHF");

        var taken = await _staff.Http.PostAsJsonAsync("/api/v1/catalogue/products", new { slug = made.Slug, name = "Another" });
        taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await taken.CodeAsync()).ShouldBe("product.slug_taken");

        // It may go back to it.
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(made.Path, new { slug = made.Slug, name = "Renamed" }));
        (await _staff.PageAsync(renamed)).GetProperty("slug").GetString().ShouldBe(made.Slug);
    }

    [Fact]
    public async Task A_change_that_is_based_on_an_old_version_is_refused()
    {
        var made = await _staff.ProductAsync();
        var seen = (await _staff.Http.GetAsync(made.Path)).Headers.ETag!;
        await CatalogueClient.OkAsync(await ChangeAsync(made, seen.Tag, "First"));

        var stale = await ChangeAsync(made, seen.Tag, "Second");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await stale.CodeAsync()).ShouldBe("resource.stale");
        (await _staff.PageAsync(made.Slug)).GetProperty("name").GetString().ShouldBe("First");
    }

    [Fact]
    public async Task Of_many_who_change_one_product_at_once_on_one_version_one_does()
    {
        var made = await _staff.ProductAsync();
        var seen = (await _staff.Http.GetAsync(made.Path)).Headers.ETag!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => ChangeAsync(made, seen.Tag, $"Name {number}")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed || answer.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_article_belongs_to_one_product_and_its_barcode_to_one_article()
    {
        var (one, other) = (await _staff.ProductAsync(), await _staff.ProductAsync());
        var taken = await _staff.Http.PutAsJsonAsync($"{other.Path}/variants/{one.Sku}", new { options = new { Colour = "Blue" } });
        taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await taken.CodeAsync()).ShouldBe("product.sku_taken");

        var barcode = CatalogueClient.Unique("2");
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"{one.Path}/variants/{one.Sku}", new { barcode }));
        (await (await _staff.Http.PutAsJsonAsync($"{other.Path}/variants/{other.Sku}", new { barcode })).CodeAsync()).ShouldBe("product.barcode_taken");
        await Eventually.HoldsAsync(async () => await FoundAsync(barcode) == 1, "the barcode is found");
    }

    [Fact]
    public async Task Articles_of_a_product_differ_in_their_options_and_the_last_one_with_a_price_stays()
    {
        var made = await _staff.ProductAsync();
        (await (await _staff.Http.PutAsJsonAsync($"{made.Path}/variants/{CatalogueClient.Unique("X")}", new { options = new { } })).CodeAsync()).ShouldBe("product.same_options");
        (await (await _staff.Http.DeleteAsync($"{made.Path}/variants/{made.Sku}")).CodeAsync()).ShouldBe("product.last_sellable");
        (await (await _staff.Http.DeleteAsync(made.PricePath)).CodeAsync()).ShouldBe("product.last_sellable");

        var large = CatalogueClient.Unique("L");
        var changed = await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(
            $"{made.Path}/variants/{large}", new { options = new { Size = "L" }, dimensions = new { lengthMm = 10, widthMm = 20, heightMm = 30 }, prices = new Dictionary<string, object> { ["CHF"] = new { amount = 900, compareAt = 1200 } } }));
        changed.GetProperty("variants").GetArrayLength().ShouldBe(2);
        var shown = (await _staff.PageAsync(made.Slug)).GetProperty("variants")[1];
        shown.GetProperty("sku").GetString().ShouldBe(large);
        shown.GetProperty("compareAt").GetProperty("amount").GetInt64().ShouldBe(1200);
        shown.GetProperty("dimensions").GetProperty("heightMm").GetInt32().ShouldBe(30);
        (await _staff.Http.DeleteAsync($"{made.Path}/variants/{made.Sku}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_product_is_deleted_while_it_was_never_on_sale_and_never_after()
    {
        var (draft, sold) = (await _staff.ProductAsync(isActive: false), await _staff.ProductAsync());
        (await _staff.Http.DeleteAsync(draft.Path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _staff.Http.GetAsync(draft.Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await _staff.Http.DeleteAsync(sold.Path)).CodeAsync()).ShouldBe("product.was_on_sale");
        (await (await _staff.Http.PostAsJsonAsync("/api/v1/catalogue/products", new { name = "Empty" })).JsonAsync()).GetProperty("status").GetString().ShouldBe("draft");
        var empty = await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync("/api/v1/catalogue/products", new { name = CatalogueClient.Unique("Empty") }), HttpStatusCode.Created);
        (await (await _staff.Http.PostAsync($"/api/v1/catalogue/products/{empty.GetProperty("id").GetString()}/activate", null)).CodeAsync()).ShouldBe("product.not_sellable");
    }

    [Fact]
    public async Task A_value_fits_the_type_of_its_attribute()
    {
        var code = "weave_" + Guid.NewGuid().ToString("N")[..8];
        var attribute = await CatalogueClient.OkAsync(
            await _staff.Http.PostAsJsonAsync("/api/v1/attributes", new { code, type = "choice", name = "Weave", choices = new[] { "plain", "twill" }, isFilterable = true }), HttpStatusCode.Created);
        var made = await _staff.ProductAsync(attributes: new Dictionary<string, string> { [code] = "twill" });
        (await _staff.PageAsync(made.Slug)).GetProperty("attributes")[0].GetProperty("value").GetString().ShouldBe("twill");

        var wrong = await _staff.Http.PutAsJsonAsync(made.Path, new { name = "X", attributes = new Dictionary<string, string> { [code] = "felt" } });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.CodeAsync()).ShouldBe("product.unknown_reference");
        (await (await _staff.Http.DeleteAsync($"/api/v1/attributes/{attribute.GetProperty("id").GetString()}")).CodeAsync()).ShouldBe("attribute.in_use");
    }

    [Fact]
    public async Task A_brand_that_is_renamed_is_so_on_every_product()
    {
        var name = CatalogueClient.Unique("Brand");
        var brand = await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync("/api/v1/brands", new { name }), HttpStatusCode.Created);
        var id = brand.GetProperty("id").GetGuid();
        var made = await _staff.ProductAsync(brand: id);
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"/api/v1/brands/{id}", new { name = name + " Works" }));

        (await _staff.PageAsync(made.Slug)).GetProperty("brand").GetString().ShouldBe(name + " Works");
        await Eventually.HoldsAsync(
            async () => (await service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&q={made.Sku}")).GetProperty("items") is { } items && items.GetArrayLength() == 1
                && items[0].GetProperty("brand").GetString() == name + " Works", "lists name it so");
        (await (await _staff.Http.DeleteAsync($"/api/v1/brands/{id}")).CodeAsync()).ShouldBe("brand.in_use");
        (await (await _staff.Http.PostAsJsonAsync("/api/v1/brands", new { name = name + " Works" })).CodeAsync()).ShouldBe("brand.taken");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"X","slug":"Not A Slug"}""")]
    [InlineData("""{"name":"X","unheardOf":1}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"a b"}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"a/b"}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":".."}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A","options":{"a\u001fb":"c"}}]}""")]
    [InlineData("""{"name":"X","variants":[null]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A"},{"sku":"A"}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A","prices":{"XXX":{"amount":1}}}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A","prices":{"USD":{"amount":-1}}}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A","prices":{"USD":{"amount":5,"compareAt":5}}}]}""")]
    [InlineData("""{"name":"X","variants":[{"sku":"A","prices":{"USD":null}}]}""")]
    [InlineData("""{"name":"X","imageUrls":["javascript:alert(1)"]}""")]
    public async Task What_is_no_product_is_refused(string body)
    {
        var response = await _staff.Http.PostAsync("/api/v1/catalogue/products", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Options_whose_values_make_too_long_a_name_together_are_refused()
    {
        var made = await _staff.ProductAsync();
        var options = Enumerable.Range(1, 5).ToDictionary(number => $"Option {number}", number => new string('x', 99) + number);

        var refused = await _staff.Http.PutAsJsonAsync($"{made.Path}/variants/{CatalogueClient.Unique("LONG")}", new { options });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await refused.Content.ReadAsStringAsync());
        (await refused.CodeAsync()).ShouldBe("validation.failed");
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"{made.Path}/variants/{CatalogueClient.Unique("LONG")}", new { options = options.Take(2).ToDictionary() }));
    }

    [Fact]
    public async Task A_product_is_made_once_however_often_its_key_is_sent()
    {
        var (key, slug) = (Guid.NewGuid().ToString(), CatalogueClient.Unique("once"));
        var ids = new HashSet<string?>();
        for (var time = 0; time < 3; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/catalogue/products") { Content = JsonContent.Create(new { slug, name = "Once" }) };
            request.Headers.Add("Idempotency-Key", key);
            ids.Add((await CatalogueClient.OkAsync(await _staff.Http.SendAsync(request), HttpStatusCode.Created)).GetProperty("id").GetString());
        }

        ids.Count.ShouldBe(1);
    }

    private async Task<int> FoundAsync(string text) =>
        (await service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&q={text}")).GetProperty("items").GetArrayLength();

    private Task<HttpResponseMessage> ChangeAsync(CatalogueClient.Made made, string tag, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, made.Path) { Content = JsonContent.Create(new { slug = made.Slug, name }) };
        request.Headers.IfMatch.ParseAdd(tag);
        return _staff.Http.SendAsync(request);
    }
}
