using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.LoadDriver;

/// <summary>Buyers who do nothing but buy, each one order after the other.</summary>
internal static class CheckoutLoad
{
    public static async Task<int> RunAsync(Options options)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = options.Gateway };
        var skus = await SkusAsync(client);
        var seconds = int.Parse(options.Get("seconds", "20"), System.Globalization.CultureInfo.InvariantCulture);
        await LoadAsync(client, skus, buyers: 4, TimeSpan.FromSeconds(8), print: false);
        foreach (var buyers in options.Get("buyers", "1,8,32").Split(',').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))
        {
            await LoadAsync(client, skus, buyers, TimeSpan.FromSeconds(seconds), print: true);
        }

        return 0;
    }

    private static async Task LoadAsync(HttpClient client, string[] skus, int buyers, TimeSpan duration, bool print)
    {
        var measured = new Measured();
        var refused = new ConcurrentDictionary<string, int>();
        var orders = 0;
        var before = SystemProcesses.Read();
        using var self = Process.GetCurrentProcess();
        var ownBefore = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, buyers).Select(async buyer =>
        {
            for (var number = 0; watch.Elapsed < duration; number++)
            {
                var sku = ((buyer * 7919) + (number * 31)) % skus.Length;
                var outcome = await measured.TimeAsync("whole checkout", () => BuyAsync(client, measured, skus[sku], skus[(sku + 1) % skus.Length]));
                if (outcome is null)
                {
                    Interlocked.Increment(ref orders);
                }
                else
                {
                    refused.AddOrUpdate(outcome, 1, (_, count) => count + 1);
                }
            }
        }));
        if (print)
        {
            Console.WriteLine($"{buyers,3} buyers: {orders / watch.Elapsed.TotalSeconds:F1} orders per second ({orders} in {watch.Elapsed.TotalSeconds:F1} s)");
            measured.Print();
            self.Refresh();
            PrintCpu(before, orders, self.TotalProcessorTime - ownBefore);
            foreach (var (outcome, count) in refused.OrderByDescending(pair => pair.Value).Take(5))
            {
                Console.WriteLine($"    {count} × {outcome}");
            }
        }
    }

    // What a checkout costs where: says what to make cheaper, whatever else the machine does meanwhile.
    private static void PrintCpu(IReadOnlyList<ProcessUse> before, int orders, TimeSpan own)
    {
        var used = SystemProcesses.Read()
            .Select(after => (after.Name, after.CpuSeconds - (before.FirstOrDefault(use => use.Name == after.Name)?.CpuSeconds ?? 0)))
            .Append(("load driver", own.TotalSeconds)).Where(use => use.Item2 > 0).OrderByDescending(use => use.Item2).ToArray();
        var perOrder = used.Select(use => $"{use.Item1.Replace("Ecommerce.", "", StringComparison.Ordinal)} {use.Item2 * 1000 / Math.Max(orders, 1):F1}");
        Console.WriteLine($"    CPU ms per order: {used.Sum(use => use.Item2) * 1000 / Math.Max(orders, 1):F1} = {string.Join(" + ", perOrder)}");
    }

    private static async Task<string?> BuyAsync(HttpClient client, Measured measured, string first, string second)
    {
        var address = new { name = "Ada", line1 = "1 Main St", city = "Oakland", region = "CA", postalCode = "94601", country = "US" };
        var cart = await measured.TimeAsync("cart", () => PostAsync(client, "/api/v1/carts", new { currency = "USD" }, null));
        if (cart.Refusal is not null)
        {
            return cart.Refusal;
        }

        var id = cart.Body.GetProperty("id").GetString();
        var token = cart.Body.GetProperty("cartToken").GetString();
        foreach (var sku in (string[])[first, second])
        {
            var line = await measured.TimeAsync("line", () => PostAsync(client, $"/api/v1/carts/{id}/lines", new { sku, quantity = 1 }, token));
            if (line.Refusal is not null)
            {
                return line.Refusal;
            }
        }

        var totals = await measured.TimeAsync("totals", () => PostAsync(client, $"/api/v1/carts/{id}/totals", new { shippingAddress = address, shippingMethod = "standard" }, token));
        if (totals.Refusal is not null)
        {
            return totals.Refusal;
        }

        var order = await measured.TimeAsync("order", () => PostAsync(client, "/api/v1/orders", new
        {
            cartId = id,
            cartVersion = totals.Body.GetProperty("version").GetInt32(),
            expectedTotal = totals.Body.GetProperty("total"),
            email = "load@example.com",
            shippingAddress = address,
            shippingMethod = "standard",
            payment = new { method = "pm_card_visa" },
        }, token));
        return order.Refusal ?? (order.Body.GetProperty("status").GetString() == "confirmed" ? null : "not confirmed: " + order.Body.GetProperty("status").GetString());
    }

    private static async Task<(JsonElement Body, string? Refusal)> PostAsync(HttpClient client, string path, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (path.EndsWith("/orders", StringComparison.Ordinal))
        {
            // Where money and stock move the API asks for a key.
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        if (token is not null)
        {
            request.Headers.Add("Cart-Token", token);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            return (default, $"{(int)response.StatusCode} {path.Split('/')[^1]} {(text.Length > 160 ? text[..160] : text)}");
        }

        using var document = JsonDocument.Parse(text);
        return (document.RootElement.Clone(), null);
    }

    private static async Task<string[]> SkusAsync(HttpClient client)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/products?limit=100");
        var slugs = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!).ToArray();
        var skus = new List<string>();
        foreach (var slug in slugs)
        {
            var product = await client.GetFromJsonAsync<JsonElement>($"/api/v1/products/{slug}");
            skus.AddRange(product.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("sku").GetString()!));
        }

        return [.. skus];
    }
}
