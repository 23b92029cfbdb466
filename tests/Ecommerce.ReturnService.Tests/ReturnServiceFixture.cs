using System.Collections.Concurrent;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Order.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ReturnService.Tests;

/// <summary>return-service with stubs for the order and the label.</summary>
public sealed class ReturnServiceFixture() : ServiceFixture<Program>("return-service")
{
    public ConcurrentDictionary<Guid, OrderDto> Orders { get; } = [];

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("urls", "http://127.0.0.1:0")];

    protected override void MapOthers(WebApplication others)
    {
        others.MapGet("/internal/v1/orders/{id:guid}", (Guid id) => Orders.TryGetValue(id, out var order) ? Results.Json(order) : Results.Json(new { code = "order.not_found", detail = "None." }, statusCode: 404));
        others.MapPost("/internal/v1/return-labels", () => Results.Json(new ReturnLabelDto("USPS", "9200", "https://labels.example/1.pdf")));
    }

    /// <summary>An order of three units at 10.00 together, and one at 5.00, with 4.99 for shipping.</summary>
    public OrderDto Sell(Guid customer, DateTimeOffset? deliveredAt = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        OrderLineDto Line(string sku, int quantity, long total) => new(
            Guid.CreateVersion7(), sku, Guid.CreateVersion7(), sku, null, null, quantity, total / quantity, total, 0, 0, total, 100);
        var order = new OrderDto(
            Guid.CreateVersion7(), "4T9K2-XM7QP", customer, "ada@example.com", "en", "confirmed", "paid", "delivered",
            [Line("A", 3, 1000), Line("B", 1, 500)], new OrderTotalsDto("USD", 1500, 0, 499, 0, 0, 0, true, 1999),
            new AddressDto("Ada", "1 Street", null, "Boston", "MA", "02110", "US", null), Guid.CreateVersion7(), now.AddDays(-40), deliveredAt ?? now.AddDays(-3));
        Orders[order.OrderId] = order;
        return order;
    }
}
