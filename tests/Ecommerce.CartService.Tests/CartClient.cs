using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.CartService.Tests;

/// <summary>A shopper with a cart.</summary>
internal sealed class CartClient(HttpClient http, Guid id)
{
    public HttpClient Http => http;

    public Guid Id => id;

    public string? Token { get; private init; }

    /// <summary>A new cart: a guest's by its secret, a customer's by the client's token.</summary>
    public static async Task<CartClient> CreateAsync(HttpClient http)
    {
        var answer = await http.PostAsJsonAsync("/api/v1/carts", new { currency = "USD" });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var cart = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var token = cart.TryGetProperty("cartToken", out var secret) ? secret.GetString() : null;
        if (token is not null)
        {
            http.DefaultRequestHeaders.Add("Cart-Token", token);
        }

        return new CartClient(http, cart.GetProperty("id").GetGuid()) { Token = token };
    }

    public Task<HttpResponseMessage> AddAsync(string sku, int quantity = 1) => http.PostAsJsonAsync($"/api/v1/carts/{id}/lines", new { sku, quantity });

    public async Task<JsonElement> GetAsync()
    {
        var answer = await http.GetAsync($"/api/v1/carts/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<int> QuantityAsync(string sku) => (await GetAsync()).GetProperty("lines").EnumerateArray()
        .Where(line => line.GetProperty("sku").GetString() == sku).Sum(line => line.GetProperty("quantity").GetInt32());

    public async Task<int> VersionAsync() => (await GetAsync()).GetProperty("version").GetInt32();

    public static async Task<string> CodeOf(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? ""
        : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
}
