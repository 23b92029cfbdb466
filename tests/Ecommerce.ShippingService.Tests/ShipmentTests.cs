using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ShippingService.Application.FollowOrders;
using Ecommerce.ShippingService.Infrastructure.Persistence;
using Ecommerce.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ShippingService.Tests;

public sealed class ShipmentTests(ShippingServiceFixture fixture)
{
    private readonly Guid _customer = Guid.CreateVersion7();

    private HttpClient Support { get; } = fixture.With(TestTokens.Staff("support"));

    [Fact]
    public async Task A_confirmed_order_is_labelled_once_dispatched_and_followed_to_the_door()
    {
        var (orderId, id) = await ConfirmAsync();
        var labels = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Support.PostAsync($"/api/v1/shipments/{id}/label", null)));
        labels.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        labels.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.Conflict);

        using var dispatched = await Support.PostAsync($"/api/v1/shipments/{id}/dispatch", null);
        dispatched.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await Support.PostAsync($"/api/v1/shipments/{id}/dispatch", null);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var number = (await ShipmentAsync(id)).GetProperty("trackingNumber").GetString()!;
        await TrackAsync(number, "DELIVERED", minutes: 2);
        await TrackAsync(number, "TRANSIT", minutes: 1);
        await TrackAsync(number, "DELIVERED", minutes: 2);
        (await ShipmentAsync(id)).GetProperty("status").GetString().ShouldBe("delivered");

        using var own = await fixture.With(TestTokens.Customer(_customer)).GetAsync($"/api/v1/shipments/by-order/{orderId}");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var foreign = await fixture.With(TestTokens.Customer(Guid.CreateVersion7())).GetAsync($"/api/v1/shipments/by-order/{orderId}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nosy = await fixture.With(TestTokens.Customer(_customer)).GetAsync($"/api/v1/shipments/{id}");
        nosy.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Goods_of_a_cancelled_order_are_not_dispatched()
    {
        var (orderId, id) = await ConfirmAsync();
        (await Support.PostAsync($"/api/v1/shipments/{id}/label", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        fixture.Cancelled[orderId] = true;

        using var refused = await Support.PostAsync($"/api/v1/shipments/{id}/dispatch", null);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("shipment.order_not_shippable");
        (await ShipmentAsync(id)).GetProperty("status").GetString().ShouldBe("labelled");
    }

    [Fact]
    public async Task A_return_gets_one_label()
    {
        var service = fixture.With(TestTokens.Service("return-service"));
        var request = new ReturnLabelRequest(Guid.CreateVersion7(), Guid.CreateVersion7(), Address, 500);
        using var first = await service.PostAsJsonAsync("/internal/v1/return-labels", request);
        using var second = await service.PostAsJsonAsync("/internal/v1/return-labels", request);
        first.StatusCode.ShouldBe(HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        (await second.Content.ReadFromJsonAsync<ReturnLabelDto>()).ShouldBe(await first.Content.ReadFromJsonAsync<ReturnLabelDto>());
    }

    [Fact]
    public async Task An_undeliverable_address_is_a_refusal()
    {
        var (_, id) = await ConfirmAsync(Address with { PostalCode = "00000" });
        using var response = await Support.PostAsync($"/api/v1/shipments/{id}/label", null);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_unsigned_notice_is_refused()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/shippo") { Content = new StringContent("{}") };
        message.Headers.Add("Shippo-Auth-Signature", "t=1,v1=00");
        using var response = await fixture.Anonymous().SendAsync(message);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Parcels_of_who_is_forgotten_lose_their_address_once_they_are_over()
    {
        var (orderId, id) = await ConfirmAsync();
        (await Support.PostAsync($"/api/v1/shipments/{id}/label", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fixture.EraseAsync(_customer)).ShouldBeFalse();
        (await TextAsync(orderId)).ShouldContain("1 Street");

        (await Support.PostAsync($"/api/v1/shipments/{id}/dispatch", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var number = (await ShipmentAsync(id)).GetProperty("trackingNumber").GetString()!;
        await TrackAsync(number, "DELIVERED", minutes: 2);
        (await fixture.ExportAsync(_customer)).GetProperty("labels").GetArrayLength().ShouldBe(1);
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        foreach (var personal in new[] { "1 Street", "Ada", "ada@example.com", number, _customer.ToString() })
        {
            (await TextAsync(orderId)).ShouldNotContain(personal);
        }

        (await ShipmentAsync(id)).GetProperty("status").GetString().ShouldBe("delivered");
        (await fixture.ExportStatusesAsync()).ShouldBe("403 403 401");
    }

    private async Task<string> TextAsync(Guid orderId)
    {
        await using var command = fixture.Database.CreateCommand($"""
            SELECT jsonb_build_array((SELECT jsonb_agg(to_jsonb(s)) FROM shipments s WHERE order_id = '{orderId}'), (SELECT jsonb_agg(to_jsonb(l)) FROM labels l WHERE order_id = '{orderId}'))::text
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static AddressDto Address { get; } = new("Ada", "1 Street", null, "Boston", "MA", "02110", "US", null);

    private async Task<(Guid OrderId, Guid Id)> ConfirmAsync(AddressDto? address = null)
    {
        var orderId = Guid.CreateVersion7();
        var now = TimeProvider.System.GetUtcNow();
        var line = new OrderLineDto(Guid.CreateVersion7(), "A", Guid.CreateVersion7(), "A", null, null, 2, 500, 1000, 0, 0, 1000, 300);
        var confirmed = new OrderConfirmed(
            orderId, "4T9K2-XM7QP", Guid.CreateVersion7(), _customer, "ada@example.com", "en", [line],
            new OrderTotalsDto("USD", 1000, 0, 599, 0, 0, 0, true, 1599), address ?? Address, "standard", "Standard", Guid.CreateVersion7(), [], now);
        await using var scope = fixture.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<OrderConfirmedHandler>(scope.ServiceProvider)
            .HandleAsync(confirmed, new EventContext(Guid.NewGuid(), "", "test", confirmed.Subject, now), default);
        await scope.ServiceProvider.GetRequiredService<ShippingDbContext>().SaveChangesAsync();
        var page = await Support.GetFromJsonAsync<JsonElement>($"/api/v1/shipments?orderId={orderId}");
        return (orderId, page.GetProperty("items")[0].GetProperty("id").GetGuid());
    }

    private Task<JsonElement> ShipmentAsync(Guid id) => Support.GetFromJsonAsync<JsonElement>($"/api/v1/shipments/{id}");

    private async Task TrackAsync(string number, string status, int minutes)
    {
        var at = TimeProvider.System.GetUtcNow().AddMinutes(minutes);
        var body = JsonSerializer.Serialize(new
        {
            @event = "track_updated",
            data = new { tracking_number = number, tracking_status = new { status, status_date = at.ToString("O"), status_details = "told" } },
        });
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShippingServiceFixture.WebhookSecret), Encoding.UTF8.GetBytes($"{stamp}.{body}"));
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/shippo") { Content = new StringContent(body) };
        message.Headers.Add("Shippo-Auth-Signature", $"t={stamp},v1={Convert.ToHexStringLower(mac)}");
        using var response = await fixture.Anonymous().SendAsync(message);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
