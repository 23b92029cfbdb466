using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests;

public sealed class ImportTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);
    private readonly string _mark = "I" + Guid.NewGuid().ToString("N")[..10].ToUpperInvariant();

    [Fact]
    public async Task Good_lines_are_taken_and_every_refused_one_has_its_reason()
    {
        var taken = await _staff.ProductAsync();
        var job = await ImportAsync("text/csv", $""""
            handle,name,description,brand,categories,status,attributes,images,sku,barcode,options,weight_grams,price_CHF,compare_at_CHF
            {Handle(1)},"Lamp, ""warm""","Two
            lines",Brand {_mark},Home {_mark} > Lamps,active,,https://example.com/a.jpg,{_mark}-1,{_mark}B,Colour=Red|Size=L,500,1999,2999
            {Handle(1)},,,,,,,,{_mark}-2,,Colour=Blue|Size=L,500,1799,
            {Handle(2)},Draft,,,,,,,{_mark}-3,,,,,
            Not A Handle,X,,,,,,,{_mark}-4,,,,,
            {Handle(3)},,,,,,,,{_mark}-5,,,,,
            {Handle(4)},X,,,,,,,bad sku,,,,,
            {Handle(5)},X,,,,,,,{taken.Sku},,,,,
            {Handle(6)},X,,,,,,,{_mark}-6,{_mark}B,,,,
            {Handle(7)},X,,,,,unheard=of,,{_mark}-7,,,,,
            {Handle(8)},X,,,,,,,{_mark}-8,,,,20,10
            {Handle(9)},X,,,,,,,{_mark}-9,,,heavy,,
            {Handle(10)},X,too few
            {Handle(11)},X,,,,,,,{_mark}-10,,{string.Join('|', Enumerable.Range(1, 4).Select(option => $"O{option}={new string('x', 80)}"))},,,
            {Handle(12)},X,,,,,,,{_mark}/11,,,,,

            """");

        job.GetProperty("status").GetString().ShouldBe("done");
        job.GetProperty("accepted").GetInt32().ShouldBe(3);
        job.GetProperty("refused").GetInt32().ShouldBe(11);
        (await RefusedAsync(job)).ShouldBe(
        [
            "5 handle import.bad_handle", "6 name import.name_missing", "7 sku import.bad_sku", "8 sku product.sku_taken", "9 barcode product.barcode_taken",
            "10 attributes import.bad_attribute", "11 price_CHF import.bad_price", "12 weight_grams import.not_a_number", "13 line import.field_count", "14 options import.bad_option", "15 sku import.bad_sku",
        ]);

        var page = await _staff.PageAsync(Handle(1));
        page.GetProperty("name").GetString().ShouldBe("Lamp, \"warm\"");
        page.GetProperty("description").GetString().ShouldBe("Two\nlines");
        page.GetProperty("brand").GetString().ShouldBe($"Brand {_mark}");
        page.GetProperty("breadcrumbs")[0].EnumerateArray().Select(crumb => crumb.GetProperty("name").GetString()).ShouldBe([$"Home {_mark}", "Lamps"]);
        page.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("price").GetProperty("amount").GetInt64()).ShouldBe([1999, 1799]);
        await Eventually.HoldsAsync(async () => await FoundAsync($"{_mark}-2") == 1, "searches find it");
        (await service.Anonymous().GetAsync($"/api/v1/products/{Handle(2)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_line_whose_text_cannot_be_normalized_is_refused_and_the_others_are_taken()
    {
        var job = await ImportAsync("text/csv", $"""
            handle,name,sku
            {Handle(1)},Lamp {'\uFFFE'},{_mark}-1
            {Handle(2)},Lamp,{_mark}-2

            """);

        job.GetProperty("status").GetString().ShouldBe("done");
        job.GetProperty("accepted").GetInt32().ShouldBe(1);
        (await RefusedAsync(job)).ShouldBe(["2 line import.malformed"]);
    }

    [Fact]
    public async Task The_same_file_again_gives_the_same_catalogue_and_lower_prices_are_told()
    {
        string File(long price) => string.Concat(Enumerable.Range(1, 20).Select(number =>
            JsonSerializer.Serialize(new { handle = Handle(number), name = $"Thing {number}", status = "active", sku = $"{_mark}-{number}", prices = new { CHF = new { amount = price } } }) + "\n"));
        (await ImportAsync("application/x-ndjson", File(1000))).GetProperty("accepted").GetInt32().ShouldBe(20);
        var before = await FingerprintAsync();
        (await ImportAsync("application/x-ndjson", File(1000))).GetProperty("refused").GetInt32().ShouldBe(0);
        (await FingerprintAsync()).ShouldBe(before);

        await ImportAsync("application/x-ndjson", File(900));
        (await _staff.PageAsync(Handle(20))).GetProperty("variants")[0].GetProperty("price").GetProperty("amount").GetInt64().ShouldBe(900);
    }

    [Fact]
    public async Task What_is_exported_is_what_an_import_takes()
    {
        await ImportAsync("text/csv", $"handle,name,status,sku,options,price_CHF,compare_at_CHF\n{Handle(1)},\"A, b\",active,{_mark}-1,Colour=Red,5,7\n{Handle(1)},,,{_mark}-2,Colour=Blue,6,\n");
        var before = await FingerprintAsync();
        foreach (var (format, type) in new[] { ("csv", "text/csv"), ("jsonl", "application/x-ndjson") })
        {
            var lines = (await (await _staff.Http.GetAsync($"/api/v1/catalogue/export?format={format}")).Content.ReadAsStringAsync()).Split('\n');
            var own = string.Join('\n', lines.Where((line, index) => (format == "csv" && index == 0) || line.Contains(_mark))) + "\n";
            var job = await ImportAsync(type, own);
            job.GetProperty("refused").GetInt32().ShouldBe(0);
            job.GetProperty("accepted").GetInt32().ShouldBe(2);
            (await FingerprintAsync()).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Two_articles_with_the_same_options_are_not_taken_whichever_way_they_come()
    {
        await ImportAsync("text/csv", $"handle,name,status,sku,options,price_CHF\n{Handle(1)},A,active,{_mark}-1,Colour=Red|Size=L,5\n{Handle(1)},,,{_mark}-2,Colour=Red|Size=M,5\n");
        var job = await ImportAsync("text/csv", $"""
            handle,name,sku,options,price_CHF
            {Handle(1)},,{_mark}-3,Size=L|Colour=Red,5
            {Handle(1)},,{_mark}-2,Colour=Red|Size=L,5
            {Handle(1)},,{_mark}-1,Colour=Blue|Size=L,5
            {Handle(1)},,{_mark}-2,Colour=Red|Size=L,5
            {Handle(2)},B,{_mark}-4,,5
            {Handle(2)},,{_mark}-5,,5

            """);
        (await RefusedAsync(job)).ShouldBe(["2 options product.same_options", "3 options product.same_options", "7 options product.same_options"]);
        (await _staff.PageAsync(Handle(1))).GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("name").GetString()).ShouldBe(["Blue / L", "Red / L"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_has_no_price_is_not_put_on_sale_and_none_of_its_lines_is_taken()
    {
        await ImportAsync("text/csv", $"handle,name,sku,price_CHF\n{Handle(1)},Priced,{_mark}-1,5\n{Handle(2)},Not priced,{_mark}-2,\n");
        var job = await ImportAsync("text/csv", $"""
            handle,name,status,sku,options,price_CHF
            {Handle(1)},,active,{_mark}-1,,
            {Handle(2)},,active,{_mark}-2,,
            {Handle(3)},New,active,{_mark}-3,Size=M,
            {Handle(3)},,,{_mark}-4,Size=L,
            {Handle(4)},New,active,{_mark}-5,Size=M,
            {Handle(4)},,,{_mark}-6,Size=L,7

            """);
        job.GetProperty("accepted").GetInt32().ShouldBe(3);
        (await RefusedAsync(job)).ShouldBe(["3 status product.not_sellable", "4 status product.not_sellable", "5 status product.not_sellable"]);
        (await service.ScalarAsync<string>($"SELECT string_agg(slug || ' ' || status, ',' ORDER BY slug) FROM products WHERE slug LIKE '{_mark.ToLowerInvariant()}-%'"))
            .ShouldBe($"{Handle(1)} Active,{Handle(2)} Draft,{Handle(4)} Active");
    }

    [Fact]
    public async Task Whoever_keeps_copies_hears_of_each_batch()
    {
        await using var imported = await Listener<CatalogueImported>.StartAsync(service);
        var job = await ImportAsync("text/csv", $"handle,name,status,sku,options,price_CHF\n{Handle(1)},A,active,{_mark}-1,Size=M,5\n{Handle(1)},,,{_mark}-2,Size=L,5\n{Handle(2)},B,,{_mark}-3,,5\n");
        (await imported.HearAsync($"import/{job.GetProperty("id").GetString()}", 1)).ShouldHaveSingleItem().Products.ShouldBe(2);
    }

    [Theory]
    [InlineData("text/csv", "sku,name\nA,B\n", "failed")]
    [InlineData("text/csv", "handle,sku,colour\n", "failed")]
    [InlineData("text/csv", "", "failed")]
    [InlineData("application/x-ndjson", "", "done")]
    [InlineData("application/x-ndjson", "[]\nnull\n{\"unheardOf\":1}\n", "done")]
    public async Task A_file_that_is_none_ends_and_says_why(string type, string body, string status)
    {
        var job = await ImportAsync(type, body);
        job.GetProperty("status").GetString().ShouldBe(status);
        job.TryGetProperty("error", out _).ShouldBe(status == "failed");
        job.GetProperty("accepted").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Another_kind_of_file_is_not_taken() =>
        (await _staff.Http.PostAsync("/api/v1/catalogue/imports", new StringContent("<x/>", Encoding.UTF8, "application/xml"))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    private string Handle(int number) => $"{_mark.ToLowerInvariant()}-{number}";

    private async Task<JsonElement> ImportAsync(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\n")));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var job = await CatalogueClient.OkAsync(await _staff.Http.PostAsync("/api/v1/catalogue/imports", content), HttpStatusCode.Accepted);
        return await Eventually.GetAsync(
            () => _staff.Http.GetFromJsonAsync($"/api/v1/catalogue/imports/{job.GetProperty("id").GetString()}"), job => job.GetProperty("status").GetString() is "done" or "failed", "the import ends");
    }

    private async Task<string[]> RefusedAsync(JsonElement job) =>
        [.. (await (await _staff.Http.GetAsync($"/api/v1/catalogue/imports/{job.GetProperty("id").GetString()}/refusals")).Content.ReadAsStringAsync())
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => string.Join(' ', line.Split(',').Take(3)))];

    private async Task<int> FoundAsync(string text) =>
        (await service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&q={text}")).GetProperty("items").GetArrayLength();

    // All that an import writes of this test's products, but how often.
    private Task<string> FingerprintAsync() => service.ScalarAsync<string>($"""
        SELECT md5(string_agg(concat_ws('|', p.id, p.slug, p.name, p.description, p.brand_id, p.status, p.category_ids, p.attributes, p.image_urls, v.sku, v.barcode, v.options, v.weight_grams,
          v.position, x.currency, x.amount, x.compare_at), ';' ORDER BY v.sku, x.currency))
        FROM products p JOIN variants v ON v.product_id = p.id LEFT JOIN variant_prices x ON x.sku = v.sku WHERE v.sku LIKE '{_mark}%'
        """);
}
