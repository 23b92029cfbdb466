using System.Net;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.OrderService.Tests;

/// <summary>Every endpoint, tried by each kind of caller.</summary>
public sealed class AccessTests(OrderServiceFixture service)
{
    private readonly Guid _owner = Guid.NewGuid();

    [Theory]
    [InlineData("/api/v1/orders", 401, 200, 200, 200, 200, 200, 403)]
    [InlineData("/api/v1/orders/search", 401, 403, 403, 200, 403, 200, 403)]
    [InlineData("/api/v1/orders/{id}", 404, 200, 404, 200, 404, 200, 404)]
    [InlineData("/api/v1/orders/{id}/history", 404, 200, 404, 200, 404, 200, 404)]
    [InlineData("/internal/v1/orders/{id}", 401, 403, 403, 403, 403, 403, 200)]
    [InlineData("/internal/v1/messaging/dead-letters", 401, 403, 403, 403, 403, 200, 200)]
    public async Task Reading_lets_in_whom_it_should(
        string path, int anonymous, int owner, int otherCustomer, int support, int merchandiser, int admin, int otherService)
    {
        var order = await PlaceAsync();
        var expected = new[] { anonymous, owner, otherCustomer, support, merchandiser, admin, otherService };

        var seen = new List<int>();
        foreach (var caller in Callers())
        {
            seen.Add((int)(await caller.GetAsync(path.Replace("{id}", order.ToString()))).StatusCode);
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public async Task Only_services_have_a_dispatch_approved()
    {
        var order = await PlaceAsync();

        var seen = new List<int>();
        foreach (var caller in Callers())
        {
            seen.Add((int)(await caller.PostAsync($"/internal/v1/orders/{order}/dispatch-approval", null)).StatusCode);
        }

        seen.ShouldBe([401, 403, 403, 403, 403, 403, 204]);
    }

    [Fact]
    public async Task Cancelling_lets_in_whom_it_should()
    {
        var order = await PlaceAsync();
        int[] expected = [404, 200, 404, 200, 404, 200, 404];

        var seen = new List<int>();
        foreach (var caller in Callers())
        {
            seen.Add((int)(await caller.CancelAsync(order)).StatusCode);
            order = seen[^1] == 200 ? await PlaceAsync() : order;
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public async Task A_guest_reads_and_cancels_with_the_link_and_the_address_and_not_with_one_of_them()
    {
        var placed = await (await service.Anonymous().PlaceOrderAsync(service.Others.Add(new Scenario()))).JsonAsync();
        var order = placed.GetProperty("id").GetGuid();
        var token = placed.GetProperty("accessToken").GetString();

        foreach (var query in new[] { "", $"?accessToken={token}", "?email=ada@example.com", $"?accessToken={token}x&email=ada@example.com", $"?accessToken={token}&email=eve@example.com" })
        {
            (await service.Anonymous().GetAsync($"/api/v1/orders/{order}/history{query}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await service.Anonymous().CancelAsync(order, query)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var whole = $"?accessToken={token}&email=Ada@Example.com";
        (await service.Anonymous().GetAsync($"/api/v1/orders/{order}/history{whole}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.Anonymous().CancelAsync(order, whole)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_guest_s_answer_is_not_replayed_to_somebody_who_lacks_the_link()
    {
        var placed = await (await service.Anonymous().PlaceOrderAsync(service.Others.Add(new Scenario()))).JsonAsync();
        var order = placed.GetProperty("id").GetGuid();
        var whole = $"?accessToken={placed.GetProperty("accessToken").GetString()}&email=ada@example.com";
        (await service.Anonymous().CancelAsync(order, whole, key: "1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await service.Anonymous().CancelAsync(order, key: "1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_history_tells_who_did_it_to_staff_and_to_nobody_else()
    {
        var order = await PlaceAsync();
        var path = $"/api/v1/orders/{order}/history";

        var forStaff = await (await service.With(TestTokens.Staff("support")).GetAsync(path)).JsonAsync();
        var forOwner = await (await service.With(TestTokens.Customer(_owner)).GetAsync(path)).JsonAsync();

        forStaff.EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldBe(["placed", "confirmed"]);
        forStaff.EnumerateArray().Select(entry => entry.GetProperty("actor").GetString()).ShouldBe([$"user:{_owner}", "system"]);
        forOwner.EnumerateArray().Select(entry => entry.GetProperty("what").GetString()).ShouldBe(["placed", "confirmed"]);
        forOwner.GetRawText().ShouldNotContain(_owner.ToString());
    }

    private async Task<Guid> PlaceAsync()
    {
        var scenario = service.Others.Add(new Scenario { CustomerId = _owner });
        var placed = await service.With(TestTokens.Customer(_owner)).PlaceOrderAsync(scenario);
        placed.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await placed.JsonAsync()).GetProperty("id").GetGuid();
    }

    private HttpClient[] Callers() =>
    [
        service.Anonymous(),
        service.With(TestTokens.Customer(_owner)),
        service.With(TestTokens.Customer(Guid.NewGuid(), "eve@example.com")),
        service.With(TestTokens.Staff("support")),
        service.With(TestTokens.Staff("merchandiser")),
        service.With(TestTokens.Staff("admin")),
        service.With(TestTokens.Service()),
    ];
}
