using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.CartService.Application;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.CartService.Tests;

public sealed class AbandonedTests(CartServiceFixture fixture)
{
    [Fact]
    public async Task An_untouched_cart_is_told_once_until_it_is_changed_again_and_expires_at_last()
    {
        await using var listener = await EventListener.StartAsync(fixture.MessagingPrefix, "cart.abandoned.v1");
        async Task<JsonElement[]> ToldOfAsync(Guid id) =>
            [.. (await listener.HeardAsync()).Where(told => told.GetProperty("cartId").GetGuid() == id)];
        var customer = Guid.NewGuid();
        var cart = await CartClient.CreateAsync(fixture.Customer(customer));
        await cart.AddAsync("SKU-A", 2);
        var empty = await CartClient.CreateAsync(fixture.Anonymous());
        (await AbandonAsync()).ShouldNotContain(cart.Id, "it was just changed");

        await AgeAsync("changed_at = now() - interval '25 hours'", cart.Id, empty.Id);
        (await AbandonAsync()).ShouldContain(empty.Id);
        await Eventually.HoldsAsync(async () => (await ToldOfAsync(cart.Id)).Length == 1, "the cart is told of");
        var told = (await ToldOfAsync(cart.Id)).Single();
        told.GetProperty("customerId").GetGuid().ShouldBe(customer);
        told.GetProperty("lines")[0].GetProperty("quantity").GetInt32().ShouldBe(2);
        (await cart.GetAsync()).GetProperty("status").GetString().ShouldBe("active");

        // Not again, until it is changed again.
        await AbandonAsync();
        await cart.AddAsync("SKU-A");
        await AgeAsync("changed_at = now() - interval '25 hours'", cart.Id);
        await AbandonAsync();
        await Eventually.HoldsAsync(async () => (await ToldOfAsync(cart.Id)).Length >= 2, "the cart is told of again");
        (await ToldOfAsync(cart.Id)).Length.ShouldBe(2);
        (await ToldOfAsync(empty.Id)).ShouldBeEmpty("there is nothing in it");

        await AgeAsync("expires_at = now() - interval '1 second'", cart.Id, empty.Id);
        await using (var scope = fixture.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<ICartStore>().ExpireAsync(100, CancellationToken.None)).ShouldBeGreaterThanOrEqualTo(2);
        }

        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("cart.expired");
        (await CartClient.CreateAsync(cart.Http)).Id.ShouldNotBe(cart.Id);
    }

    [Fact]
    public async Task Replicas_that_look_at_once_tell_of_each_cart_once()
    {
        await using var listener = await EventListener.StartAsync(fixture.MessagingPrefix, "cart.abandoned.v1");
        var carts = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => CartClient.CreateAsync(fixture.Anonymous())));
        await Task.WhenAll(carts.Select(cart => cart.AddAsync("SKU-A")));
        Guid[] ids = [.. carts.Select(cart => cart.Id)];
        await AgeAsync("changed_at = now() - interval '25 hours'", ids);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = fixture.Services.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<ICartStore>();
            for (var i = 0; i < 10; i++)
            {
                await store.AbandonAsync(3, CancellationToken.None);
            }
        }));
        async Task<Guid[]> ToldAsync() => [.. (await listener.HeardAsync()).Select(told => told.GetProperty("cartId").GetGuid()).Where(ids.Contains)];
        await Eventually.HoldsAsync(async () => (await ToldAsync()).Length >= ids.Length, "all are told of");
        await AbandonAsync();
        (await ToldAsync()).Order().ShouldBe(ids.Order());
    }

    [Fact]
    public async Task A_cart_that_is_being_ordered_or_was_ordered_is_never_told_of()
    {
        await using var listener = await EventListener.StartAsync(fixture.MessagingPrefix, "cart.abandoned.v1");
        var carts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CartClient.CreateAsync(fixture.Anonymous())));
        await Task.WhenAll(carts.Select(cart => cart.AddAsync("SKU-A")));
        var (frozen, ordered, merged, left) = (carts[0], carts[1], carts[2], carts[3]);
        using var service = fixture.Service();
        var order = Guid.NewGuid();
        (await service.PostAsJsonAsync($"/internal/v1/carts/{frozen.Id}/freeze", new FreezeCartRequest(order, 1))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await using (var command = fixture.Database.CreateCommand("SELECT order_cart($1, $2, now())"))
        {
            command.Parameters.Add(new() { Value = ordered.Id });
            command.Parameters.Add(new() { Value = Guid.NewGuid() });
            await command.ExecuteNonQueryAsync();
        }

        await (await CartClient.CreateAsync(fixture.Customer(Guid.NewGuid()))).MergeAsync(merged);
        await AgeAsync("changed_at = now() - interval '25 hours'", [.. carts.Select(cart => cart.Id)]);
        (await AbandonAsync()).Intersect(carts.Select(cart => cart.Id)).ShouldBe([left.Id]);

        // An order that comes to nothing gives the cart back: if nobody touches it again it is abandoned, a day after that.
        (await service.PostAsJsonAsync($"/internal/v1/carts/{frozen.Id}/unfreeze", new UnfreezeCartRequest(order))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AbandonAsync()).ShouldNotContain(frozen.Id);
        await AgeAsync("changed_at = now() - interval '25 hours'", frozen.Id);
        (await AbandonAsync()).ShouldContain(frozen.Id);
        await Eventually.HoldsAsync(async () => (await listener.HeardAsync()).Any(told => told.GetProperty("cartId").GetGuid() == frozen.Id), "it is told of");
        (await listener.HeardAsync()).Select(told => told.GetProperty("cartId").GetGuid()).Intersect([ordered.Id, merged.Id]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_s_cart_lives_seven_days_and_a_customer_s_ninety()
    {
        foreach (var (client, days) in new[] { (fixture.Anonymous(), 7), (fixture.Customer(Guid.NewGuid()), 90) })
        {
            var cart = await CartClient.CreateAsync(client);
            await cart.AddAsync("SKU-A");
            ((await cart.GetAsync()).GetProperty("expiresAt").GetDateTimeOffset() - DateTimeOffset.UtcNow).TotalDays.ShouldBe(days, 0.01);
        }
    }

    private async Task<IReadOnlyList<Guid>> AbandonAsync()
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ICartStore>().AbandonAsync(100, CancellationToken.None);
        await using var command = fixture.Database.CreateCommand("SELECT id FROM carts WHERE abandoned_at IS NOT NULL");
        await using var reader = await command.ExecuteReaderAsync();
        var told = new List<Guid>();
        while (await reader.ReadAsync())
        {
            told.Add(reader.GetGuid(0));
        }

        return told;
    }

    private async Task AgeAsync(string change, params Guid[] carts)
    {
        await using var command = fixture.Database.CreateCommand($"UPDATE carts SET {change} WHERE id = ANY ($1)");
        command.Parameters.Add(new() { Value = carts });
        (await command.ExecuteNonQueryAsync()).ShouldBe(carts.Length);
    }
}
