using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.DiscountService.Tests;

public sealed class RedemptionTests(DiscountServiceFixture fixture)
{
    [Fact]
    public async Task Two_hundred_parallel_redemptions_of_a_coupon_for_fifty_make_fifty()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Fifty", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 50 });
        using var service = fixture.Service();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, $"buyer{i}@example.com")));
        answers.Count(answer => answer == "").ShouldBe(50);
        answers.Count(answer => answer == "coupon.exhausted").ShouldBe(150);
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(50);
    }

    [Fact]
    public async Task A_customer_redeems_once_also_as_a_guest_with_the_same_address()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Once", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, perCustomerLimit = 1 });
        using var service = fixture.Service();
        var customer = Guid.NewGuid();
        var email = $"{customer:N}@example.com";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, email, customer)));
        answers.Count(answer => answer == "").ShouldBe(1);
        (await DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, email.ToUpperInvariant())).ShouldBe("coupon.customer_limit");
    }

    [Fact]
    public async Task An_order_reserves_once_and_gives_back_once()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Two", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 2 });
        using var service = fixture.Service();
        var order = Guid.NewGuid();
        (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DiscountServiceFixture.ReserveAsync(service, order, promotion, "ada@example.com")))).ShouldAllBe(answer => answer == "");
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(1);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.PostAsync($"/internal/v1/redemptions/{order}/release", null)));
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(0);
        (await service.PostAsync($"/internal/v1/redemptions/{order}/commit", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(0);
    }

    [Fact]
    public async Task A_late_reservation_after_a_release_is_refused()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Late", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 2 });
        using var service = fixture.Service();
        var order = Guid.NewGuid();
        (await service.PostAsync($"/internal/v1/redemptions/{order}/release", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await DiscountServiceFixture.ReserveAsync(service, order, promotion, "ada@example.com")).ShouldBe("redemption.released");
    }

    [Fact]
    public async Task What_expired_is_free_again_and_counts_when_its_order_is_confirmed_after_all()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Expiring", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 1 });
        using var service = fixture.Service();
        var late = Guid.NewGuid();
        (await DiscountServiceFixture.ReserveAsync(service, late, promotion, "ada@example.com", expiresAt: DateTimeOffset.UtcNow.AddSeconds(-1))).ShouldBe("");
        await using (var scope = fixture.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IRedemptionStore>().ExpireAsync(100, DateTimeOffset.UtcNow, CancellationToken.None);
        }

        (await DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, "grace@example.com")).ShouldBe("");
        (await service.PostAsync($"/internal/v1/redemptions/{late}/commit", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(2);
    }

    [Fact]
    public async Task A_guest_s_calculation_explains_what_applies_and_what_does_not()
    {
        using var service = fixture.Service();
        var line = new DiscountLineDto(Guid.NewGuid(), "SKU", Guid.NewGuid(), [], 2, 2000);
        var answer = await service.PostAsJsonAsync(
            "/internal/v1/discounts/calculate", new CalculateDiscountsRequest("USD", [line], 700, ["WELCOME10", "SHIPFREE", "SAVE5", "NONSUCH"], null, null),
            ServiceJson.ClientOptions);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var calculated = (await answer.Content.ReadFromJsonAsync<CalculateDiscountsResponse>(ServiceJson.ClientOptions))!;
        calculated.Refused.Select(refused => refused.Code).Order().ShouldBe(["coupon.minimum_spend", "coupon.unknown"]);
        calculated.Lines.Sum(applied => applied.Amount).ShouldBe(900);
        calculated.Applied.Sum(applied => applied.Amount).ShouldBe(900);
    }

    [Fact]
    public async Task Only_merchandisers_make_promotions_and_only_services_redeem()
    {
        var body = new { name = "X", action = new { type = "freeShipping" } };
        (await fixture.Anonymous().PostAsJsonAsync("/api/v1/promotions", body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await fixture.With(TestTokens.Customer(Guid.NewGuid())).PostAsJsonAsync("/api/v1/promotions", body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await fixture.Merchandiser().PostAsync($"/internal/v1/redemptions/{Guid.NewGuid()}/release", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var refused = await fixture.Merchandiser().PostAsJsonAsync("/api/v1/promotions", new { name = "X", action = new { type = "fixedAmount", amount = 5 } });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await DiscountServiceFixture.CodeOf(refused)).ShouldBe("promotion.currency_required");
        (await fixture.Merchandiser().PostAsJsonAsync("/api/v1/promotions", new { name = "", action = new { type = "freeShipping" } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Promotions_are_listed_read_and_ended()
    {
        using var staff = fixture.Merchandiser();
        var code = DiscountServiceFixture.Code();
        var id = await fixture.CreateAsync(new { activate = true, name = "Ending", couponCode = code, action = new { type = "percentage", basisPoints = 1000 } });
        (await staff.PostAsJsonAsync("/api/v1/promotions", new { activate = true, name = "Twin", couponCode = code, action = new { type = "percentage", basisPoints = 1000 } })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await staff.GetFromJsonAsync<JsonElement>("/api/v1/promotions?limit=1");
        page.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await staff.GetAsync($"/api/v1/promotions?limit=1&cursor={page.GetProperty("nextCursor").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.PostAsync($"/api/v1/promotions/{id}/end", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{id}")).GetProperty("status").GetString().ShouldBe("ended");
        (await DiscountServiceFixture.ReserveAsync(fixture.Service(), Guid.NewGuid(), id, "ada@example.com")).ShouldBe("coupon.expired");
    }

    [Fact]
    public async Task What_was_redeemed_stays_without_whose_it_was_and_a_guest_with_the_same_address_still_counts()
    {
        var promotion = await fixture.CreateAsync(new { activate = true, name = "Twice", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, perCustomerLimit = 5 });
        using var service = fixture.Service();
        var (customer, own, guests) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var email = $"{customer:N}@example.com";
        (await DiscountServiceFixture.ReserveAsync(service, own, promotion, email, customer)).ShouldBe("");
        (await DiscountServiceFixture.ReserveAsync(service, guests, promotion, email)).ShouldBe("");
        (await fixture.EraseAsync(customer)).ShouldBeFalse();
        (await service.PostAsync($"/internal/v1/redemptions/{own}/commit", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.ExportAsync(customer)).GetProperty("redemptions")[0].GetProperty("status").GetString().ShouldBe("Committed");

        (await fixture.EraseAsync(customer)).ShouldBeTrue();
        (await fixture.EraseAsync(customer)).ShouldBeTrue();
        (await fixture.CountAsync("SELECT count(*)::int FROM redemptions WHERE order_id = $1", own)).ShouldBe(1);
        (await fixture.CountAsync("SELECT count(*)::int FROM order_redemptions WHERE 'customer:' || $1::text = ANY(customer_keys)", customer)).ShouldBe(0);
        (await fixture.CountAsync("SELECT count(*)::int FROM customer_counters WHERE customer_key = 'customer:' || $1::text", customer)).ShouldBe(0);
        (await fixture.CountAsync("SELECT used FROM customer_counters WHERE promotion_id = $1", promotion)).ShouldBe(2);
        (await service.PostAsync($"/internal/v1/redemptions/{guests}/release", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.ExportStatusesAsync()).ShouldBe("403 403 401");
    }
}
