using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.CartService.Infrastructure.Persistence;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Contracts.Order;
using Ecommerce.Messaging.Outbox;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.CartService.Tests;

public sealed class FreezeTests(CartServiceFixture fixture)
{
    [Fact]
    public async Task A_frozen_cart_refuses_changes_until_its_order_gives_it_back_and_a_late_freeze_is_refused()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A");
        var order = Guid.NewGuid();
        (await FreezeAsync(cart, order, 7)).ShouldBe("cart.version_changed");
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FreezeAsync(cart, order, 1)))).ShouldAllBe(code => code == "");
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("cart.frozen");
        (await FreezeAsync(cart, Guid.NewGuid(), 1)).ShouldBe("cart.frozen");
        await UnfreezeAsync(cart, Guid.NewGuid());
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("cart.frozen", "another order gives nothing back");
        await UnfreezeAsync(cart, order);
        await UnfreezeAsync(cart, order);
        (await FreezeAsync(cart, order, 1)).ShouldBe("cart.released");
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("");
    }

    [Fact]
    public async Task An_order_that_gave_up_before_its_freeze_arrived_never_freezes()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        var order = Guid.NewGuid();
        await UnfreezeAsync(cart, order);
        (await FreezeAsync(cart, order, 0)).ShouldBe("cart.released");
        (await cart.GetAsync()).GetProperty("status").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Of_two_orders_at_once_one_gets_the_cart()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        var codes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => FreezeAsync(cart, Guid.NewGuid(), 0)));
        codes.Count(code => code == "").ShouldBe(1);
        codes.Count(code => code == "cart.frozen").ShouldBe(9);
    }

    [Fact]
    public async Task A_binding_order_closes_the_cart_also_where_its_freeze_is_not_known_and_the_customer_gets_a_new_one()
    {
        var customer = fixture.Customer(Guid.NewGuid());
        var cart = await CartClient.CreateAsync(customer);
        await ConfirmAsync(Guid.NewGuid(), cart.Id);
        await Eventually.HoldsAsync(
            async () => (await cart.GetAsync()).GetProperty("status").GetString() == "ordered", "the cart is ordered");
        (await CartClient.CodeOf(await cart.AddAsync("SKU-A"))).ShouldBe("cart.already_ordered");
        (await CartClient.CreateAsync(customer)).Id.ShouldNotBe(cart.Id);
    }

    [Fact]
    public async Task Order_service_reads_the_cart_with_the_shopper_s_own_secret_only()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 2);
        using var service = fixture.Service();
        var read = await service.GetFromJsonAsync<JsonElement>($"/internal/v1/carts/{cart.Id}?customerId=&cartToken={cart.Token}");
        read.GetProperty("status").GetString().ShouldBe("active");
        read.GetProperty("lines")[0].GetProperty("quantity").GetInt32().ShouldBe(2);
        (await service.GetAsync($"/internal/v1/carts/{cart.Id}?customerId={Guid.NewGuid()}&cartToken=")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Over the broker: the service's own outbox sends what order-service would.
    private async Task ConfirmAsync(Guid order, Guid cart)
    {
        await using var scope = fixture.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CartDbContext>();
        var now = DateTimeOffset.UtcNow;
        context.AddToOutbox(
            new OrderConfirmed(
                order, "4T9K2-XM7QP", cart, null, "ada@example.com", "en", [], new OrderTotalsDto("USD", 0, 0, 0, 0, 0, 0, false, 0),
                new AddressDto("Ada", "1 Road", null, "Town", null, null, "DE", null), "standard", "Standard", Guid.NewGuid(), [], now),
            now);
        await context.SaveChangesAsync();
    }

    private async Task<string> FreezeAsync(CartClient cart, Guid order, int version)
    {
        using var service = fixture.Service();
        return await CartClient.CodeOf(await service.PostAsJsonAsync($"/internal/v1/carts/{cart.Id}/freeze", new FreezeCartRequest(order, version)));
    }

    private async Task UnfreezeAsync(CartClient cart, Guid order)
    {
        using var service = fixture.Service();
        (await service.PostAsJsonAsync($"/internal/v1/carts/{cart.Id}/unfreeze", new UnfreezeCartRequest(order))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
