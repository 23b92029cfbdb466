using System.Text.Json;
using Ecommerce.CartService.Application;
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
