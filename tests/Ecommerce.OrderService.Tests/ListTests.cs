using System.Net;
using System.Text.Json;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.OrderService.Tests;

public sealed class ListTests(OrderServiceFixture service)
{
    [Fact]
    public async Task A_customer_pages_through_their_own_orders_newest_first_and_sees_each_once()
    {
        var customer = Guid.NewGuid();
        var client = service.With(TestTokens.Customer(customer));
        var placed = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            placed.Insert(0, await PlaceAsync(client, new Scenario { CustomerId = customer }));
        }

        await PlaceAsync(service.Anonymous(), new Scenario());
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync($"/api/v1/orders?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).JsonAsync();
            seen.AddRange(IdsOf(page));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        seen.ShouldBe(placed);
    }

    [Fact]
    public async Task An_order_from_a_guest_s_cart_belongs_to_the_customer_who_is_signed_in()
    {
        var client = service.With(TestTokens.Customer(Guid.NewGuid()));
        var order = await PlaceAsync(client, new Scenario());

        (await client.GetAsync($"/api/v1/orders/{order}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        IdsOf(await (await client.GetAsync("/api/v1/orders")).JsonAsync()).ShouldBe([order]);
    }

    [Fact]
    public async Task Staff_find_an_order_by_number_by_address_however_it_is_written_and_by_status()
    {
        var email = $"Grace.{Guid.NewGuid():N}@Example.com";
        var placed = await (await service.Anonymous().PlaceOrderAsync(service.Others.Add(new Scenario()), email: email)).JsonAsync();
        var id = placed.GetProperty("id").GetGuid();
        var number = placed.GetProperty("number").GetString()!;

        (await SearchAsync($"number={number}")).ShouldBe([id]);
        (await SearchAsync($"number={number.ToLowerInvariant()}")).ShouldBe([id]);
        (await SearchAsync($"email={email.ToUpperInvariant()}")).ShouldBe([id]);
        (await SearchAsync($"email={email}&status=confirmed")).ShouldBe([id]);
        (await SearchAsync($"email={email}&status=cancelled")).ShouldBeEmpty();
        (await SearchAsync("number=NO-SUCH")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/orders/search?status=7")]
    [InlineData("/api/v1/orders/search?number=%00")]
    [InlineData("/api/v1/orders/search?limit=101")]
    [InlineData("/api/v1/orders?limit=0")]
    [InlineData("/api/v1/orders?cursor=nonsense")]
    public async Task A_bad_query_is_refused_with_a_code(string path)
    {
        var response = await service.With(TestTokens.Staff("support")).GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("SELECT * FROM orders WHERE lower(email) = 'nobody@example.com' ORDER BY id DESC LIMIT 21", "ix_orders_email")]
    [InlineData("SELECT * FROM orders WHERE status = 'Expired' ORDER BY id DESC LIMIT 21", "ix_orders_status")]
    [InlineData("SELECT * FROM orders WHERE customer_id = '00000000-0000-7000-8000-000000000000' ORDER BY id DESC LIMIT 21", "ix_orders_customer")]
    public async Task A_list_reads_its_page_from_an_index_in_its_order(string query, string index)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // A table of a test is small enough to be read whole; without that choice the index has to fit, order included. What is asked for is
        // rare: what nearly all rows have is read faster along the ids.
        await using (var setting = new Npgsql.NpgsqlCommand("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off", connection, transaction))
        {
            await setting.ExecuteNonQueryAsync();
        }

        await using var explain = new Npgsql.NpgsqlCommand($"EXPLAIN {query}", connection, transaction);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        plan.ShouldContain(line => line.Contains(index));
        plan.ShouldNotContain(line => line.Contains("Sort"));
    }

    private async Task<Guid> PlaceAsync(HttpClient client, Scenario scenario)
    {
        var placed = await client.PlaceOrderAsync(service.Others.Add(scenario));
        placed.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await placed.JsonAsync()).GetProperty("id").GetGuid();
    }

    private async Task<IReadOnlyList<Guid>> SearchAsync(string query) =>
        IdsOf(await (await service.With(TestTokens.Staff("support")).GetAsync($"/api/v1/orders/search?{query}")).JsonAsync());

    private static IReadOnlyList<Guid> IdsOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
