using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.GatewayBench;

namespace Ecommerce.ShoppingBench;

/// <summary>Shoppers with fresh carts, one step after the other, so that each step has a rate of its own.</summary>
internal static class Shop
{
    private const int WarmUp = 400;

    public static async Task<int> RunAsync(Options options)
    {
        var issuerUrl = Child.FreeUrl();
        await using var issuer = new Issuer(issuerUrl);
        await issuer.StartAsync();
        await using var services = await Services.StartAsync(issuerUrl);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        var skus = await SkusAsync(http, services);
        await RoundAsync(http, services, skus, WarmUp, options.Shoppers);
        var steps = new List<Step>();
        for (var round = 0; round < options.Rounds; round++)
        {
            steps.AddRange(await RoundAsync(http, services, skus, options.Carts, options.Shoppers));
        }

        await MakePromotionsAsync(http, services, issuer);
        var (request, token) = (JsonSerializer.SerializeToUtf8Bytes(SampleShop.CalculateRequest()), issuer.Token("service"));
        for (var round = 0; round <= options.Rounds; round++)
        {
            var step = await RunAsync(
                $"calculate {SampleShop.Lines} lines under {SampleShop.Promotions} promotions", options.Carts, options.Shoppers, services,
                _ => SendAsync(http, HttpMethod.Post, new Uri(services.Of("discount"), "/internal/v1/discounts/calculate"), request, bearer: token));
            steps.AddRange(round == 0 ? [] : [step]);
        }

        Console.WriteLine($"{options.Rounds} rounds of {options.Carts} carts, {options.Shoppers} shoppers at once, medians:");
        foreach (var step in steps.GroupBy(step => step.Name))
        {
            Console.WriteLine($"  {step.Key,-42} {Median(step, s => s.PerSecond),8:F0} per second   p50 {Median(step, s => s.P50),6:F2} ms   p99 {Median(step, s => s.P99),7:F2} ms   {Median(step, s => s.Cpu),6:F0} µs of CPU");
        }

        return 0;
    }

    private static async Task<IReadOnlyList<Step>> RoundAsync(HttpClient http, Services services, string[] skus, int count, int shoppers)
    {
        var carts = new ConcurrentDictionary<int, (Uri Address, string Token)>();
        var create = JsonSerializer.SerializeToUtf8Bytes(new { currency = "USD" });
        var lines = skus.Select(sku => JsonSerializer.SerializeToUtf8Bytes(new { sku, quantity = 1 })).ToArray();
        var totals = JsonSerializer.SerializeToUtf8Bytes(new
        {
            shippingMethod = "standard",
            shippingAddress = new { name = "Ada", line1 = "1 Main St", city = "Oakland", region = "CA", postalCode = "94601", country = "US" },
        });
        return
        [
            await RunAsync("create a cart", count, shoppers, services, async i =>
            {
                var cart = JsonSerializer.Deserialize<JsonElement>(await SendAsync(http, HttpMethod.Post, new Uri(services.Of("cart"), "/api/v1/carts"), create));
                carts[i] = (new Uri(services.Of("cart"), $"/api/v1/carts/{cart.GetProperty("id").GetString()}"), cart.GetProperty("cartToken").GetString()!);
            }),
            await RunAsync("add a line to a fresh cart", count, shoppers, services, i =>
                SendAsync(http, HttpMethod.Post, new Uri(carts[i].Address + "/lines"), lines[i % lines.Length], carts[i].Token)),
            await RunAsync("add a second line", count, shoppers, services, i =>
                SendAsync(http, HttpMethod.Post, new Uri(carts[i].Address + "/lines"), lines[(i + 1) % lines.Length], carts[i].Token)),
            await RunAsync("read a cart, priced", count, shoppers, services, i => SendAsync(http, HttpMethod.Get, carts[i].Address, null, carts[i].Token)),
            await RunAsync("exact totals", count, shoppers, services, i =>
                SendAsync(http, HttpMethod.Post, new Uri(carts[i].Address + "/totals"), totals, carts[i].Token)),
        ];
    }

    private static async Task<Step> RunAsync(string name, int count, int shoppers, Services services, Func<int, Task> one)
    {
        var latencies = new long[count];
        var next = -1;
        TimeSpan Cpu() => services.ProcessorTime + Environment.CpuUsage.TotalTime;
        var cpu = Cpu();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, shoppers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                await one(i);
                latencies[i] = Stopwatch.GetTimestamp() - begun;
            }
        })));
        var elapsed = watch.Elapsed;
        Array.Sort(latencies);
        double At(double share) => latencies[(int)((count - 1) * share)] * 1000.0 / Stopwatch.Frequency;
        return new Step(name, count / elapsed.TotalSeconds, At(0.5), At(0.99), (Cpu() - cpu).TotalMicroseconds / count);
    }

    private static async Task<byte[]> SendAsync(HttpClient http, HttpMethod method, Uri address, byte[]? body, string? token = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        if (token is not null)
        {
            request.Headers.Add("Cart-Token", token);
        }

        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException($"{(int)response.StatusCode} of {method} {address.AbsolutePath}: {System.Text.Encoding.UTF8.GetString(answer)}");
    }

    private static async Task<string[]> SkusAsync(HttpClient http, Services services)
    {
        var page = await http.GetFromJsonAsync<JsonElement>(new Uri(services.Of("product"), "/api/v1/products?limit=50"));
        var skus = new List<string>();
        foreach (var product in page.GetProperty("items").EnumerateArray())
        {
            var detail = await http.GetFromJsonAsync<JsonElement>(new Uri(services.Of("product"), $"/api/v1/products/{product.GetProperty("slug").GetString()}"));
            skus.AddRange(detail.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("sku").GetString()!));
        }

        return [.. skus];
    }

    private static async Task MakePromotionsAsync(HttpClient http, Services services, Issuer issuer)
    {
        var token = issuer.Token("merchandiser");
        for (var number = 0; number < SampleShop.Promotions; number++)
        {
            await SendAsync(
                http, HttpMethod.Post, new Uri(services.Of("discount"), "/api/v1/promotions"),
                JsonSerializer.SerializeToUtf8Bytes(SampleShop.PromotionOf(number)), bearer: token);
        }
    }

    private static double Median(IEnumerable<Step> steps, Func<Step, double> value)
    {
        var sorted = steps.Select(value).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
