using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.SystemTests;

/// <summary>A shopper's way from an empty cart to an order, call by call.</summary>
internal sealed class Basket
{
    private static readonly object Address = new { name = "Ada", line1 = "1 Main St", city = "Oakland", region = "CA", postalCode = "94601", country = "US" };

    private readonly HttpClient _client;
    private readonly string? _token;

    private Basket(HttpClient client, Guid id, string? token) => (_client, Id, _token) = (client, id, token);

    public Guid Id { get; }

    public string? Token => _token;

    public static async Task<Basket> OpenAsync(HttpClient client)
    {
        var response = await client.PostAsJsonAsync("/api/v1/carts", new { currency = "USD" });
        response.EnsureSuccessStatusCode();
        var cart = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Basket(client, cart.GetProperty("id").GetGuid(), cart.TryGetProperty("cartToken", out var token) ? token.GetString() : null);
    }

    public async Task<Basket> AddAsync(string sku, int quantity = 1)
    {
        (await SendAsync(HttpMethod.Post, $"/api/v1/carts/{Id}/lines", new { sku, quantity })).EnsureSuccessStatusCode();
        return this;
    }

    public Task<HttpResponseMessage> ApplyCouponAsync(string code) => SendAsync(HttpMethod.Post, $"/api/v1/carts/{Id}/coupons", new { code });

    public async Task<(int Version, JsonElement Total)> TotalAsync()
    {
        var response = await SendAsync(HttpMethod.Post, $"/api/v1/carts/{Id}/totals", new { shippingAddress = Address, shippingMethod = "standard" });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        var totals = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (totals.GetProperty("version").GetInt32(), totals.GetProperty("total"));
    }

    public async Task<HttpResponseMessage> OrderAsync(string method = "pm_card_visa", string? key = null, string email = "guest@example.com")
    {
        var (version, total) = await TotalAsync();
        return await OrderAsync(version, total, method, key, email);
    }

    public Task<HttpResponseMessage> OrderAsync(int version, JsonElement total, string method = "pm_card_visa", string? key = null, string email = "guest@example.com") =>
        SendAsync(HttpMethod.Post, "/api/v1/orders", new
        {
            cartId = Id,
            cartVersion = version,
            expectedTotal = total,
            email,
            shippingAddress = Address,
            shippingMethod = "standard",
            payment = new { method },
        }, key ?? Guid.NewGuid().ToString());

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object body, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (_token is not null)
        {
            request.Headers.Add("Cart-Token", _token);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return _client.SendAsync(request);
    }
}
