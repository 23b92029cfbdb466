using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Order;
using Ecommerce.DiscountService.Infrastructure.Persistence;
using Ecommerce.Messaging.Outbox;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.DiscountService.Tests;

/// <summary>What discount-service knows of customers.</summary>
public sealed class CustomerTests(DiscountServiceFixture fixture)
{
    [Fact]
    public async Task A_first_order_is_one_until_it_is_confirmed_and_again_when_it_was_cancelled()
    {
        using var service = fixture.Service();
        var code = DiscountServiceFixture.Code().ToUpperInvariant();
        var promotion = await fixture.CreateAsync(new { activate = true, name = "First", couponCode = code, firstOrderOnly = true, action = new { type = "percentage", basisPoints = 1000 } });
        var (customer, order) = (Guid.NewGuid(), Guid.CreateVersion7());
        var email = $"{customer:N}@example.com";

        // Two first orders at once are one first order.
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, $"twice.{email}")));
        answers.Count(answer => answer == "").ShouldBe(1);

        (await fixture.CalculateAsync(code, customer, email)).Applied.Count.ShouldBe(1);
        await TellAsync(new OrderConfirmed(
            order, "4T9K2-XM7QP", Guid.NewGuid(), customer, email, "en", [], new OrderTotalsDto("USD", 0, 0, 0, 0, 0, 0, false, 0),
            new AddressDto("Ada", "1 Road", null, "Town", null, null, "DE", null), "standard", "Standard", Guid.NewGuid(), [], DateTimeOffset.UtcNow));
        await Eventually.HoldsAsync(async () => (await fixture.CalculateAsync(code, customer)).Refused.Count == 1, "the customer has ordered");
        (await fixture.CalculateAsync(code, null, email.ToUpperInvariant())).Refused.Single().Code.ShouldBe("coupon.first_order_only");
        (await DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, email)).ShouldBe("coupon.first_order_only");
        (await fixture.CalculateAsync(code, Guid.NewGuid(), "other@example.com")).Applied.Count.ShouldBe(1);

        await TellAsync(new OrderCancelled(order, "4T9K2-XM7QP", Guid.NewGuid(), customer, email, "en", "customer", true, [], null, DateTimeOffset.UtcNow));
        await Eventually.HoldsAsync(async () => (await fixture.CalculateAsync(code, customer, email)).Applied.Count == 1, "the order came to nothing");
    }

    [Fact]
    public async Task A_group_s_members_get_what_is_for_them_until_they_leave_or_are_forgotten()
    {
        using var staff = fixture.Merchandiser();
        var code = DiscountServiceFixture.Code().ToUpperInvariant();
        var group = $"g{Guid.NewGuid():N}"[..20];
        await fixture.CreateAsync(new { activate = true, name = "Gold", couponCode = code, customerGroups = new[] { group }, action = new { type = "percentage", basisPoints = 1000 } });
        var members = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).Order().ToArray();
        foreach (var member in members.Append(members[0]))
        {
            (await staff.PutAsync($"/api/v1/customer-groups/{group}/members/{member}", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await fixture.CalculateAsync(code, members[0])).Applied.Count.ShouldBe(1);
        (await fixture.CalculateAsync(code)).Refused.Single().Code.ShouldBe("coupon.customer_group");
        var page = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/customer-groups/{group}/members?limit=2");
        var rest = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/customer-groups/{group}/members?limit=2&cursor={page.GetProperty("nextCursor").GetString()}");
        page.GetProperty("items").GetArrayLength().ShouldBe(2);
        rest.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await staff.GetFromJsonAsync<JsonElement>("/api/v1/customer-groups?limit=100")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("name").GetString() == group).GetProperty("members").GetInt32().ShouldBe(3);

        (await staff.DeleteAsync($"/api/v1/customer-groups/{group}/members/{members[0]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.CalculateAsync(code, members[0])).Refused.Count.ShouldBe(1);
        (await fixture.ExportAsync(members[1])).GetProperty("groups")[0].GetProperty("groupName").GetString().ShouldBe(group);
        (await fixture.EraseAsync(members[1])).ShouldBeTrue();
        (await fixture.CalculateAsync(code, members[1])).Refused.Count.ShouldBe(1);
        (await staff.PutAsync($"/api/v1/customer-groups/Not%20A%20Name/members/{members[0]}", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_event_that_comes_late_brings_nobody_back()
    {
        var customer = Guid.NewGuid();
        (await fixture.EraseAsync(customer)).ShouldBeTrue();
        var (order, marker) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (id, whose) in new[] { (order, (Guid?)customer), (marker, null) })
        {
            await TellAsync(new OrderConfirmed(
                id, "4T9K2-XM7QP", Guid.NewGuid(), whose, $"{customer:N}@example.com", "en", [], new OrderTotalsDto("USD", 0, 0, 0, 0, 0, 0, false, 0),
                new AddressDto("Ada", "1 Road", null, "Town", null, null, "DE", null), "standard", "Standard", Guid.NewGuid(), [], DateTimeOffset.UtcNow));
        }

        await Eventually.HoldsAsync(async () => await fixture.CountAsync("SELECT count(*) FROM inbox_messages i WHERE $1::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM customer_orders WHERE order_id = $1)", marker) > 0, "the events are handled");
        (await fixture.CountAsync("SELECT count(*) FROM customer_orders WHERE order_id = $1", order)).ShouldBe(0);
    }

    // Over the broker: the service's own outbox sends what order-service would.
    private async Task TellAsync(IIntegrationEvent integrationEvent)
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DiscountDbContext>();
        context.AddToOutbox(integrationEvent, DateTimeOffset.UtcNow);
        await context.SaveChangesAsync();
    }
}
