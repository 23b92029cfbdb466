using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests;

/// <summary>What hurts users of other platforms.</summary>
public sealed class KnownPainTests(ProductServiceFixture service)
{
    private static readonly string[] Currencies = ["CHF", "SEK", "NOK", "DKK", "PLN"];
    private readonly CatalogueClient _staff = new(service);

    /// <summary>Medusa 11896, 13976, 12287.</summary>
    [Fact]
    public async Task Price_reads_take_seconds()
    {
        var mark = "PAIN" + Guid.NewGuid().ToString("N")[..8];
        var file = new StringBuilder("handle,name,status,sku,options," + string.Join(',', Currencies.Select(currency => "price_" + currency)) + "\n");
        for (var number = 0; number < 5000; number++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{mark.ToLowerInvariant()}-{number / 100},Pain,active,{mark}-{number},Part={number},{string.Join(',', Currencies.Select((_, index) => 1000 + number + index))}\n");
        }

        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var job = await CatalogueClient.OkAsync(await _staff.Http.PostAsync("/api/v1/catalogue/imports", content), System.Net.HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(
            async () => (await _staff.Http.GetFromJsonAsync($"/api/v1/catalogue/imports/{job.GetProperty("id").GetString()}")).GetProperty("status").GetString() == "done", "the articles are there");
        await service.ScalarAsync<object>($"""
            WITH added AS (
              INSERT INTO scheduled_prices (id, sku, currency, amount, starts_at, ends_at)
              SELECT gen_random_uuid(), v.sku, 'CHF', 1, now() + day * interval '1 day', now() + (day + 1) * interval '1 day'
              FROM variants v CROSS JOIN generate_series(1, 10) AS day WHERE v.sku LIKE '{mark}%' RETURNING 1)
            SELECT count(*) FROM added
            """);

        // A cart as large as a lookup may be, of articles with many currencies and sales to come; a cart waits for this with each look.
        var fastest = TimeSpan.MaxValue;
        for (var time = 0; time < 10; time++)
        {
            var skus = Enumerable.Range(0, 200).Select(number => $"{mark}-{number * 25}").ToArray();
            var watch = Stopwatch.StartNew();
            var variants = (await (await service.OrderService.PostAsJsonAsync("/internal/v1/variants/lookup", new { skus, currency = "CHF" })).JsonAsync()).GetProperty("variants");
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
            variants.GetArrayLength().ShouldBe(200);
            foreach (var variant in variants.EnumerateArray())
            {
                var number = int.Parse(variant.GetProperty("sku").GetString()![(mark.Length + 1)..], CultureInfo.InvariantCulture);
                variant.GetProperty("unitPrice").GetInt64().ShouldBe(1000 + number);
            }
        }

        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(250));
    }
}
