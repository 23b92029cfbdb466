using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.SystemTests;

/// <summary>The commands that the dashboard offers on resources.</summary>
public sealed class CommandTests(Shop shop)
{
    [Fact]
    public async Task The_latest_mails_are_shown()
    {
        var (_, email) = await shop.RegisterAsync();

        var shown = await shop.CommandAsync("provider-sandbox", "latest-mails");

        shown.Success.ShouldBeTrue(shown.Message);
        shown.Data.ShouldNotBeNull().Value.ShouldContain(email);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("redrive")]
    public async Task The_program_of_a_service_is_run_with_a_verb(string verb)
    {
        var ended = await shop.CommandAsync("order-service", verb);

        ended.Success.ShouldBeTrue(ended.Message);
    }

    [Fact]
    public async Task Resetting_leaves_the_demonstration_data_and_nothing_else()
    {
        var (customer, email) = await shop.RegisterAsync();

        var ended = await shop.CommandAsync("shop", "reset-demo-data");

        ended.Success.ShouldBeTrue(ended.Message);
        (await customer.GetAsync("/api/v1/users/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.QueryAsync<long>("authdb", "SELECT count(*) FROM accounts WHERE email = $1", email)).ShouldBe(0);
        var products = await shop.Gateway.GetFromJsonAsync<JsonElement>("/api/v1/products?limit=1");
        products.GetProperty("items").GetArrayLength().ShouldBe(1);
        await shop.RegisterAsync();
    }
}
