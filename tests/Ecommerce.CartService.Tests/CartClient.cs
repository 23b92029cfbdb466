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
    public static async Task<CartClient> CreateAsync(HttpClient http, string currency = "USD")
    {
        var answer = await http.PostAsJsonAsync("/api/v1/carts", new { currency });
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

    /// <summary>Posts to a path below the cart.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        http.PostAsync($"/api/v1/carts/{id}/{path}", body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> MergeAsync(CartClient guest) => PostAsync("merge", new { guestCartId = guest.Id, guestCartToken = guest.Token });

    /// <summary>The line of an article as the cart shows it now.</summary>
    public async Task<JsonElement> LineAsync(string sku) =>
        (await GetAsync()).GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("sku").GetString() == sku);

    /// <summary>The problems of an article's line as <c>code before now</c>.</summary>
    public async Task<string[]> ProblemsAsync(string sku) =>
    [
        .. (await LineAsync(sku)).GetProperty("problems").EnumerateArray().Select(problem =>
            string.Join(' ', new[] { "code", "before", "now" }.Select(name => problem.TryGetProperty(name, out var value) ? value.ToString() : "")).Trim()),
    ];

    public async Task<int> QuantityAsync(string sku) => (await GetAsync()).GetProperty("lines").EnumerateArray()
        .Where(line => line.GetProperty("sku").GetString() == sku).Sum(line => line.GetProperty("quantity").GetInt32());

    public async Task<int> VersionAsync() => (await GetAsync()).GetProperty("version").GetInt32();

    public static async Task<string> CodeOf(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? ""
        : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
}
