using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.CartService.Tests;

/// <summary>What other services do with a customer's cart.</summary>
public sealed class CustomerCartTests(CartServiceFixture fixture)
{
    private readonly Guid _customer = Guid.CreateVersion7();

    [Fact]
    public async Task A_service_adds_to_a_customers_cart_once_however_often_it_repeats_itself()
    {
        var request = new AddCustomerLineRequest(_customer, "USD", "SKU-1", 2, Guid.CreateVersion7());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.Service().PostAsJsonAsync("/internal/v1/carts/lines", request)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);

        var cart = await CartClient.CreateAsync(fixture.Customer(_customer));
        (await cart.QuantityAsync("SKU-1")).ShouldBe(2);
        (await answers[0].Content.ReadFromJsonAsync<JsonElement>()).GetProperty("cartId").GetGuid().ShouldBe(cart.Id);
        (await CartClient.CodeOf(await fixture.Service().PostAsJsonAsync("/internal/v1/carts/lines", request with { Sku = "GONE" }))).ShouldBe("cart.article_unavailable");
        (await fixture.Service().PostAsJsonAsync("/internal/v1/carts/lines", request with { Quantity = 0 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await fixture.Customer(_customer).PostAsJsonAsync("/internal/v1/carts/lines", request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await fixture.With(TestTokens.Staff("admin")).PostAsJsonAsync("/internal/v1/carts/lines", request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await fixture.Anonymous().PostAsJsonAsync("/internal/v1/carts/lines", request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_is_forgotten_has_no_cart()
    {
        var cart = await CartClient.CreateAsync(fixture.Customer(_customer));
        (await cart.AddAsync("SKU-2")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fixture.ExportAsync(_customer)).GetProperty("lines").GetArrayLength().ShouldBe(1);

        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        (await cart.Http.GetAsync($"/api/v1/carts/{cart.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var command = fixture.Database.CreateCommand($"SELECT (SELECT count(*) FROM carts WHERE customer_id = '{_customer}') + (SELECT count(*) FROM cart_lines WHERE cart_id = '{cart.Id}')");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
        (await fixture.ExportStatusesAsync()).ShouldBe("403 403 401");
    }
}
