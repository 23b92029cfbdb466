using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.OrderService.Tests.Fixture;

namespace Ecommerce.OrderService.Tests;

/// <summary>Places orders as a shop's front end would.</summary>
internal static class OrderClient
{
    /// <summary>Two tents at 100.00 and shipping at 5.00, with Californian tax of 7.25 %.</summary>
    public const long Total = 21_986;

    public static Task<HttpResponseMessage> PlaceOrderAsync(this HttpClient client, Scenario scenario, string? key = null, long total = Total, object? address = null, string email = "ada@example.com")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders")
        {
            Headers = { { "Idempotency-Key", key ?? Guid.NewGuid().ToString() }, { "Cart-Token", "secret" } },
            Content = JsonContent.Create(new
            {
                cartId = scenario.CartId,
                cartVersion = 7,
                expectedTotal = new { amount = total, currency = "USD" },
                email,
                shippingAddress = address ?? new { name = "Ada", line1 = "1 Main St", city = "Oakland", region = "CA", postalCode = "94601", country = "US" },
                shippingMethod = "standard",
                payment = new { method = "pm_card_visa" },
            }),
        };
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> CancelAsync(this HttpClient client, Guid order, string query = "", string? key = null, string reason = "changedMind")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/orders/{order}/cancel{query}")
        {
            Headers = { { "Idempotency-Key", key ?? Guid.NewGuid().ToString() } },
            Content = JsonContent.Create(new { reason }),
        };
        return client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string?> CodeAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("code").GetString();
}
