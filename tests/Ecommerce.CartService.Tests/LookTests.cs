using System.Net;
using System.Net.Http.Json;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.CartService.Tests;

/// <summary>What changed between two looks is said, and acknowledged by the next change.</summary>
public sealed class LookTests(CartServiceFixture fixture)
{
    private readonly string _sku = $"SKU-{Guid.NewGuid():N}";
    private readonly string _coupon = $"T-{Guid.NewGuid():N}".ToUpperInvariant();

    [Fact]
    public async Task A_price_that_changed_is_shown_until_the_next_change_of_the_cart()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
        fixture.Prices[_sku] = 1200;
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 1200"]);
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 1200"], "a look alone acknowledges nothing");
        await cart.PostAsync("coupons", new { code = "ONEOFF" });
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
        (await cart.LineAsync(_sku)).GetProperty("unitPriceWhenAdded").GetInt64().ShouldBe(1200);
    }

    [Fact]
    public async Task Only_what_was_shown_is_acknowledged()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        fixture.Prices[_sku] = 1200;
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 1200"]);
        fixture.Prices[_sku] = 1300;
        (await cart.PostAsync("acknowledge")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1200 1300"]);
        (await cart.PostAsync("acknowledge")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_before_anybody_looked_acknowledges_nothing()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        fixture.Prices[_sku] = 900;
        await cart.AddAsync("SKU-A");
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 900"]);
    }

    [Fact]
    public async Task A_refused_change_acknowledges_nothing()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        fixture.Prices[_sku] = 1200;
        await cart.GetAsync();
        (await cart.Http.DeleteAsync($"/api/v1/carts/{cart.Id}/lines/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 1200"]);
    }

    [Fact]
    public async Task A_discount_that_changed_without_the_shopper_s_doing_is_shown()
    {
        fixture.Coupons[_coupon] = 100;
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        await cart.GetAsync();
        await cart.PostAsync("coupons", new { code = _coupon });
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty("the shopper did that");
        (await cart.LineAsync(_sku)).GetProperty("discounts")[0].GetProperty("name").GetString().ShouldBe("One off");
        fixture.Coupons[_coupon] = 50;
        (await cart.ProblemsAsync(_sku)).ShouldBe(["discountChanged 100 50"]);
        fixture.Coupons.TryRemove(_coupon, out _);
        (await cart.ProblemsAsync(_sku)).ShouldBe(["discountChanged 100 0"]);
        (await cart.PostAsync("acknowledge")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_discount_that_appears_where_there_was_none_is_shown_too()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku);
        await cart.PostAsync("coupons", new { code = _coupon });
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
        fixture.Coupons[_coupon] = 70;
        (await cart.ProblemsAsync(_sku)).ShouldBe(["discountChanged 0 70"]);
        (await cart.PostAsync("acknowledge")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stock_that_does_not_suffice_is_shown_until_it_does()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync(_sku, 5);
        fixture.Stock[_sku] = 3;
        (await cart.ProblemsAsync(_sku)).ShouldBe(["insufficientStock 5 3"]);
        await cart.PostAsync("acknowledge");
        (await cart.ProblemsAsync(_sku)).ShouldBe(["insufficientStock 5 3"], "it stands between the line and an order");
        await cart.Http.PutAsJsonAsync($"/api/v1/carts/{cart.Id}/lines/{(await cart.LineAsync(_sku)).GetProperty("id").GetGuid()}", new { quantity = 3 });
        (await cart.ProblemsAsync(_sku)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Support_looks_without_a_trace_and_changes_nothing()
    {
        var customer = Guid.NewGuid();
        var cart = await CartClient.CreateAsync(fixture.Customer(customer));
        await cart.AddAsync(_sku);
        fixture.Prices[_sku] = 1200;
        using var support = fixture.With(TestTokens.Staff("support"));
        var found = await support.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/carts?customerId={customer}");
        found.GetProperty("items")[0].GetProperty("id").GetGuid().ShouldBe(cart.Id);
        var seen = await support.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/carts/{cart.Id}");
        seen.GetProperty("lines")[0].GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe("priceChanged");
        await cart.PostAsync("acknowledge");
        (await cart.ProblemsAsync(_sku)).ShouldBe(["priceChanged 1000 1200"], "what support was shown the shopper has not seen");
        (await support.PostAsJsonAsync($"/api/v1/carts/{cart.Id}/lines", new { sku = "SKU-A" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await support.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/carts?customerId={Guid.NewGuid()}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        foreach (var other in new[] { fixture.With(TestTokens.Staff("merchandiser")), fixture.Customer(Guid.NewGuid()) })
        {
            (await other.GetAsync($"/api/v1/carts?customerId={customer}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await other.GetAsync($"/api/v1/carts/{cart.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
