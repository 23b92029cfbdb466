using System.Text.Json;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Order;
using Ecommerce.Testing.Hosting;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class EventTests(UserServiceFixture service)
{
    [Fact]
    public async Task A_registered_customer_has_a_profile()
    {
        var (id, client) = await service.CustomerAsync();
        var response = await client.GetAsync("/api/v1/users/me");

        response.Headers.ETag.ShouldNotBeNull();
        var profile = await response.JsonAsync();
        profile.GetProperty("id").GetGuid().ShouldBe(id);
        profile.GetProperty("email").GetString().ShouldBe("ada@example.com");
        profile.GetProperty("name").GetString().ShouldBe("Ada");
        profile.GetProperty("locale").GetString().ShouldBe("en-GB");
        profile.GetProperty("marketingConsent").GetBoolean().ShouldBeFalse();
        profile.GetProperty("addresses").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_account_that_is_told_of_again_keeps_its_profile()
    {
        var (id, client) = await service.CustomerAsync();
        await service.PublishAsync(new UserRegistered(id, "ada@example.com", "Somebody Else", "fr", DateTimeOffset.UtcNow));
        await service.SettleAsync(id);

        (await (await client.GetAsync("/api/v1/users/me")).JsonAsync()).GetProperty("name").GetString().ShouldBe("Ada");
        (await service.CountAsync($"customers WHERE id = '{id}'")).ShouldBe(1);
        (await service.CountAsync($"deferred_messages WHERE subject LIKE '%{id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task An_event_is_one_entry_however_often_it_arrives()
    {
        var (id, client) = await service.CustomerAsync();
        var (messageId, order) = (Guid.NewGuid(), new OrderCompleted(Guid.NewGuid(), "E-1001", id, DateTimeOffset.UtcNow));
        for (var time = 0; time < 5; time++)
        {
            await service.PublishAsync(order, messageId);
        }

        await service.PublishAsync(new OrderCompleted(order.OrderId, "E-1001", id, order.CompletedAt), at: DateTimeOffset.UtcNow.AddDays(-200));
        await Ecommerce.Testing.Probing.Eventually.HoldsAsync(async () => await service.CountAsync($"activities WHERE customer_id = '{id}'") == 2, "both events are handled");
        var entries = await ActivitiesAsync(client, 100);
        entries.Count(entry => entry.GetProperty("id").GetGuid() == messageId).ShouldBe(1);
        entries[0].GetProperty("what").GetString().ShouldBe("order.completed");
        entries[0].GetProperty("reference").GetString().ShouldBe("E-1001");
    }

    [Fact]
    public async Task What_guests_do_is_nobodys_history()
    {
        var (messageId, orderId, customer) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await service.PublishAsync(new OrderCompleted(orderId, "E-1002", null, DateTimeOffset.UtcNow), messageId);

        // The same subject: what comes after is handled after.
        await service.PublishAsync(new OrderCompleted(orderId, "E-1002", customer, DateTimeOffset.UtcNow));
        await Ecommerce.Testing.Probing.Eventually.HoldsAsync(async () => await service.CountAsync($"activities WHERE customer_id = '{customer}'") == 1, "the later event is handled");
        (await service.CountAsync($"activities WHERE id = '{messageId}'")).ShouldBe(0);
        (await service.CountAsync($"inbox_messages WHERE message_id = '{messageId}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Paging_visits_each_entry_exactly_once_newest_first()
    {
        var (id, client) = await service.CustomerAsync();
        var noon = DateTimeOffset.UtcNow.AddDays(-1);
        var published = new List<Guid>();
        for (var number = 0; number < 25; number++)
        {
            published.Add(Guid.NewGuid());

            // Several share a time, and the pages have to part them.
            await service.PublishAsync(new EmailVerified(id, "ada@example.com", noon), published[^1], noon.AddMinutes(number / 7));
        }

        await service.SettleAsync(id);
        var entries = await ActivitiesAsync(client, 4);
        entries.Select(entry => entry.GetProperty("id").GetGuid()).ShouldBeUnique();
        entries.Take(25).Select(entry => entry.GetProperty("id").GetGuid()).ShouldBe(published, ignoreOrder: true);
        entries.Select(entry => entry.GetProperty("at").GetDateTimeOffset()).Reverse().ShouldBeInOrder();

        (await ActivitiesAsync(service.With(TestTokens.Customer(Guid.NewGuid())), 100)).ShouldBeEmpty();
    }

    private static async Task<List<JsonElement>> ActivitiesAsync(HttpClient client, int limit)
    {
        var entries = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync($"/api/v1/users/me/activity?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}")).JsonAsync();
            entries.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return entries;
    }
}
