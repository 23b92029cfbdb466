using System.Net;
using System.Net.Http.Json;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Infrastructure.FastCopies;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.CartService.Tests;

public sealed class MergeTests(CartServiceFixture fixture)
{
    [Fact]
    public async Task Merging_does_not_delete_lines_that_both_carts_have()
    {
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync("SKU-A", 2);
        await customer.AddAsync("SKU-A", 5);
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await customer.QuantityAsync("SKU-A")).ShouldBe(7);
        (await customer.GetAsync()).GetProperty("lines").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_sum_beyond_the_stock_is_kept_up_to_the_stock_and_says_so_until_the_next_change()
    {
        var sku = Sku();
        fixture.Stock[sku] = 6;
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync(sku, 4);
        await customer.AddAsync(sku, 5);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => customer.MergeAsync(guest)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await customer.QuantityAsync(sku)).ShouldBe(6);
        (await customer.ProblemsAsync(sku)).ShouldBe(["quantityReduced 9 6"]);
        await customer.AddAsync("SKU-A");
        (await customer.ProblemsAsync(sku)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_either_cart_had_is_kept_also_where_the_stock_is_less()
    {
        var sku = Sku();
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync(sku, 8);
        await customer.AddAsync(sku, 5);
        fixture.Stock[sku] = 2;
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await customer.QuantityAsync(sku)).ShouldBe(8);
        (await customer.ProblemsAsync(sku)).ShouldBe(["quantityReduced 13 8", "insufficientStock 8 2"]);
    }

    [Fact]
    public async Task A_sum_beyond_what_a_line_holds_is_kept_up_to_that()
    {
        var sku = Sku();
        fixture.Stock[sku] = 100_000;
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync(sku, 9_000);
        await customer.AddAsync(sku, 9_000);
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await customer.ProblemsAsync(sku)).ShouldBe(["quantityReduced 18000 9999"]);
    }

    [Fact]
    public async Task Coupons_destination_and_what_is_saved_come_along()
    {
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync("SKU-A", 2);
        await guest.PostAsync($"lines/{(await guest.LineAsync("SKU-A")).GetProperty("id").GetGuid()}/save-for-later");
        await guest.PostAsync("coupons", new { code = "ONEOFF" });
        await guest.Http.PutAsJsonAsync($"/api/v1/carts/{guest.Id}/destination", new { country = "DE", postalCode = "10115" });
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var cart = await customer.GetAsync();
        cart.GetProperty("coupons")[0].GetProperty("code").GetString().ShouldBe("ONEOFF");
        cart.GetProperty("destination").GetProperty("country").GetString().ShouldBe("DE");
        cart.GetProperty("saved")[0].GetProperty("quantity").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_slow_reader_s_copy_does_not_bring_the_guest_s_cart_back()
    {
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync("SKU-A");
        await using var scope = fixture.Services.CreateAsyncScope();
        var read = (await scope.ServiceProvider.GetRequiredService<ICartStore>().FindAsync(guest.Id, CancellationToken.None))!;
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Whoever read the cart before it was merged writes the copy after.
        await scope.ServiceProvider.GetRequiredService<CartCopies>().PutAsync(read);
        (await guest.GetAsync()).GetProperty("status").GetString().ShouldBe("merged");
    }

    [Fact]
    public async Task Of_two_customers_that_merge_one_guest_s_cart_at_once_one_gets_it()
    {
        var guest = await CartClient.CreateAsync(fixture.Anonymous());
        await guest.AddAsync("SKU-A", 3);
        var customers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()))));
        var codes = await Task.WhenAll(customers.Select(async customer => await CartClient.CodeOf(await customer.MergeAsync(guest))));
        codes.Count(code => code == "").ShouldBe(1);
        codes.Count(code => code == "cart.merged").ShouldBe(5);
        (await Task.WhenAll(customers.Select(customer => customer.QuantityAsync("SKU-A")))).Sum().ShouldBe(3);
    }

    [Fact]
    public async Task Units_that_are_added_while_two_carts_are_merged_are_in_one_of_them()
    {
        var (guest, customer) = await TwoCartsAsync();
        await guest.AddAsync("SKU-A");
        var adds = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? guest : customer).AddAsync("SKU-A")).ToArray();
        (await customer.MergeAsync(guest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var added = (await Task.WhenAll(adds)).Count(answer => answer.StatusCode == HttpStatusCode.OK);
        added.ShouldBeGreaterThanOrEqualTo(20, "nobody hinders the customer's");
        (await customer.QuantityAsync("SKU-A")).ShouldBe(1 + added);
    }

    [Fact]
    public async Task Nobody_merges_who_is_not_signed_in()
    {
        var (guest, customer) = await TwoCartsAsync();
        var answer = await guest.PostAsync("merge", new { guestCartId = guest.Id, guestCartToken = guest.Token });
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()))).Id.ShouldNotBe(customer.Id);
    }

    private static string Sku() => $"SKU-{Guid.NewGuid():N}";

    private async Task<(CartClient Guest, CartClient Customer)> TwoCartsAsync() =>
        (await CartClient.CreateAsync(fixture.Anonymous()), await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid())));
}
