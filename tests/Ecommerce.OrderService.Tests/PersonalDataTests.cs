using System.Net;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.OrderService.Tests;

public sealed class PersonalDataTests(OrderServiceFixture service)
{
    [Fact]
    public async Task Orders_of_who_is_forgotten_keep_their_amounts_and_an_open_one_keeps_its_address_until_it_is_over()
    {
        var customer = Guid.NewGuid();
        var (over, open, guests) = (await PlaceAsync(customer), await PlaceAsync(customer), await PlaceAsync(null));
        await ExecuteAsync($"UPDATE orders SET status = 'Completed', next_step_at = NULL WHERE id = '{over}'");
        (await service.ExportAsync(customer)).GetProperty("orders").GetArrayLength().ShouldBe(2);

        (await service.EraseAsync(customer)).ShouldBeFalse();
        (await TextAsync(over)).ShouldNotContain("Ada");
        (await TextAsync(over)).ShouldNotContain("ada@example.com");
        (await TextAsync(over)).ShouldNotContain(customer.ToString());
        (await TextAsync(over)).ShouldContain($"\"total\": {OrderClient.Total}");
        (await TextAsync(over)).ShouldContain("\"region\": \"CA\"");
        (await TextAsync(open)).ShouldContain("1 Main St");

        await ExecuteAsync($"UPDATE orders SET status = 'Completed', next_step_at = NULL WHERE id = '{open}'");
        (await service.EraseAsync(customer)).ShouldBeTrue();
        (await service.EraseAsync(customer)).ShouldBeTrue();
        (await TextAsync(open)).ShouldNotContain("1 Main St");
        (await service.ExportAsync(customer)).GetProperty("orders").GetArrayLength().ShouldBe(0);

        // Who wrote the same address as a guest is somebody else until it is proven.
        (await TextAsync(guests)).ShouldContain("ada@example.com");
        using var staff = service.With(TestTokens.Staff("support"));
        (await staff.GetAsync($"/api/v1/orders/{over}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_services_get_personal_data() => (await service.ExportStatusesAsync()).ShouldBe("403 403 401");

    private async Task<Guid> PlaceAsync(Guid? customer)
    {
        var scenario = service.Others.Add(new Scenario { CustomerId = customer });
        var client = customer is { } id ? service.With(TestTokens.Customer(id)) : service.Anonymous();
        var response = await client.PlaceOrderAsync(scenario);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.JsonAsync()).GetProperty("id").GetGuid();
    }

    private async Task<string> TextAsync(Guid id)
    {
        await using var command = service.Database.CreateCommand(
            $"SELECT jsonb_build_array(to_jsonb(o), (SELECT jsonb_agg(to_jsonb(h)) FROM order_history h WHERE h.order_id = o.id))::text FROM orders o WHERE o.id = '{id}'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = service.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
