using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.Contracts.User;
using Ecommerce.Testing.Probing;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class WishlistTests(UserServiceFixture service)
{
    private const string Lists = "/api/v1/users/me/wishlists";
    private readonly string _sku = $"CUP-{Guid.NewGuid():N}";

    [Fact]
    public async Task The_first_list_is_the_default_and_there_is_always_one()
    {
        var (_, client) = await service.CustomerAsync();
        var home = await CreateAsync(client, "Home");
        var wedding = await CreateAsync(client, "Wedding");
        (await DefaultsAsync(client)).ShouldBe([("Home", true), ("Wedding", false)]);

        (await client.PutAsJsonAsync($"{Lists}/{wedding}", new { name = "Big day", isDefault = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DefaultsAsync(client)).ShouldBe([("Home", false), ("Big day", true)]);
        (await (await client.PutAsJsonAsync($"{Lists}/{wedding}", new { name = "Home" })).CodeAsync()).ShouldBe("wishlist.name_taken");
        (await (await client.PostAsJsonAsync(Lists, new { name = "Home" })).CodeAsync()).ShouldBe("wishlist.name_taken");

        (await client.DeleteAsync($"{Lists}/{wedding}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await DefaultsAsync(client)).ShouldBe([("Home", true)]);
        (await client.DeleteAsync($"{Lists}/{home}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await client.DeleteAsync($"{Lists}/{home}")).CodeAsync()).ShouldBe("wishlist.not_found");
    }

    [Fact]
    public async Task Lists_made_at_the_same_time_are_at_most_twenty_with_one_default()
    {
        var (_, client) = await service.CustomerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(number => client.PostAsJsonAsync(Lists, new { name = $"List {number}" })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(20);
        (await answers.First(answer => answer.StatusCode != HttpStatusCode.Created).CodeAsync()).ShouldBe("wishlist.too_many_lists");
        (await DefaultsAsync(client)).Count(list => list.IsDefault).ShouldBe(1);
    }

    [Fact]
    public async Task An_article_is_on_a_list_once_and_pages_visit_each_once()
    {
        var (_, client) = await service.CustomerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostAsJsonAsync($"{Lists}/default/items", new { sku = _sku })));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var list = (await (await client.GetAsync(Lists)).JsonAsync())[0].GetProperty("id").GetString()!;
        for (var number = 0; number < 6; number++)
        {
            (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = $"{_sku}-{number}" })).EnsureSuccessStatusCode();
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync($"{Lists}/{list}/items?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sku").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        seen.ShouldBe([$"{_sku}-5", $"{_sku}-4", $"{_sku}-3", $"{_sku}-2", $"{_sku}-1", $"{_sku}-0", _sku]);

        (await client.DeleteAsync($"{Lists}/{list}/items/{_sku}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await client.DeleteAsync($"{Lists}/{list}/items/{_sku}")).CodeAsync()).ShouldBe("wishlist.item_not_found");
        (await (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = "NONE-1" })).CodeAsync()).ShouldBe("wishlist.article_unknown");
    }

    [Fact]
    public async Task An_article_for_a_list_that_is_removed_meanwhile_is_not_found_and_no_failure()
    {
        var (_, client) = await service.CustomerAsync();
        var list = await CreateAsync(client, "Home");
        var slow = service.SlowArticles.GetOrAdd(_sku, _ => (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously)));
        var adding = client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku });
        await slow.Asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        (await client.DeleteAsync($"{Lists}/{list}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        slow.Answer.SetResult();

        (await (await adding).CodeAsync()).ShouldBe("wishlist.not_found");
    }

    [Fact]
    public async Task A_shared_list_shows_no_person_and_a_revoked_link_shows_nothing()
    {
        var (id, client) = await service.CustomerAsync();
        var list = await CreateAsync(client, "Birthday");
        (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku })).EnsureSuccessStatusCode();

        var first = await ShareAsync(client, list);
        var second = await ShareAsync(client, list);
        (await service.Anonymous().GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var shared = await service.Anonymous().GetAsync(second);
        shared.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await shared.Content.ReadAsStringAsync();
        text.ShouldContain(_sku);
        text.ShouldNotContain("Ada");
        text.ShouldNotContain("example.com");
        text.ShouldNotContain(id.ToString());
        JsonDocument.Parse(text).RootElement.GetProperty("name").GetString().ShouldBe("Birthday");
        (await service.CountAsync($"wishlists WHERE id = '{list}' AND encode(share_hash, 'escape') LIKE '%{second[^43..]}%'")).ShouldBe(0);

        (await client.DeleteAsync($"{Lists}/{list}/share")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await service.Anonymous().GetAsync(second)).CodeAsync()).ShouldBe("wishlist.not_found");
    }

    [Fact]
    public async Task An_article_that_is_moved_to_the_cart_leaves_the_list_and_one_that_the_cart_refuses_stays()
    {
        var (id, client) = await service.CustomerAsync();
        var list = await CreateAsync(client, "Home");
        (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku })).EnsureSuccessStatusCode();
        (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = "FULL" + _sku })).EnsureSuccessStatusCode();

        var moved = await client.PostAsJsonAsync($"{Lists}/{list}/items/{_sku}/move-to-cart", new { quantity = 2 });
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await moved.JsonAsync()).GetProperty("cartId").GetGuid().ShouldBe(id);
        var added = service.Added.Single(request => request.Sku == _sku);
        (added.CustomerId, added.Quantity).ShouldBe((id, 2));
        (await (await client.PostAsJsonAsync($"{Lists}/{list}/items/{_sku}/move-to-cart", new { })).CodeAsync()).ShouldBe("wishlist.item_not_found");

        (await (await client.PostAsJsonAsync($"{Lists}/{list}/items/FULL{_sku}/move-to-cart", new { })).CodeAsync()).ShouldBe("cart.article_unavailable");
        (await client.PostAsJsonAsync($"{Lists}/{list}/items/FULL{_sku}/move-to-cart", new { })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        service.Added.Where(request => request.Sku == "FULL" + _sku).Select(request => request.RequestId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_price_drop_is_told_once_to_each_who_wishes_for_it_in_that_currency_and_agreed()
    {
        await using var told = await service.ListenAsync<WishlistNotice>();
        var customers = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            customers.Add(await WishAsync("USD", consent: true, lists: number == 0 ? 3 : 1));
        }

        await WishAsync("EUR", consent: true);
        await WishAsync("USD", consent: false);
        var drop = new PriceDropped(_sku, UserServiceFixture.Product, 1999, 1499, "USD", DateTimeOffset.UtcNow);
        for (var time = 0; time < 3; time++)
        {
            await service.PublishAsync(drop);
        }

        await Eventually.HoldsAsync(async () => await service.CountAsync($"notice_runs WHERE sku = '{_sku}' AND done_at IS NOT NULL") == 1, "everybody was looked at");
        await Eventually.HoldsAsync(async () => (await told.PollAsync()).Count(notice => notice.Sku == _sku) >= 5, "they are told");

        // The next drop is another occasion; whatever came twice would have come before it.
        await service.PublishAsync(drop with { OldPrice = 1499, NewPrice = 999, DroppedAt = DateTimeOffset.UtcNow });
        await Eventually.HoldsAsync(async () => (await told.PollAsync()).Count(notice => notice.NewPrice?.Amount == 999 && notice.Sku == _sku) == 5, "the next drop is told");
        var first = told.Heard.Where(notice => notice.Sku == _sku && notice.NewPrice!.Amount == 1499).ToList();
        first.Select(notice => notice.CustomerId).ShouldBe(customers, ignoreOrder: true);
        first.ShouldAllBe(notice => notice.Kind == "priceDrop" && notice.OldPrice!.Amount == 1999 && notice.Email == "ada@example.com");

        // The last to be told hears of it before the run has found that there is nobody else.
        await Eventually.HoldsAsync(async () => await service.CountAsync($"notice_runs WHERE sku = '{_sku}' AND done_at IS NOT NULL") == 2, "both runs are done");
        (await service.CountAsync($"wishlist_notices n JOIN notice_runs r ON r.id = n.run_id WHERE r.sku = '{_sku}'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_back_in_stock_is_told_in_every_currency_but_not_to_who_wished_for_it_later()
    {
        await using var told = await service.ListenAsync<WishlistNotice>();
        var (dollars, euros) = (await WishAsync("USD", consent: true), await WishAsync("EUR", consent: true));
        var back = new StockReplenished(_sku, UserServiceFixture.Product, 3, DateTimeOffset.UtcNow);
        await WishAsync("USD", consent: true);
        await service.PublishAsync(back);
        await Eventually.HoldsAsync(async () => await service.CountAsync($"notice_runs WHERE sku = '{_sku}' AND done_at IS NOT NULL") == 1, "everybody was looked at");
        await Eventually.HoldsAsync(async () => (await told.PollAsync()).Count(notice => notice.Sku == _sku) >= 2, "they are told");
        told.Heard.Where(notice => notice.Sku == _sku).Select(notice => (notice.CustomerId, notice.Kind)).ShouldBe([(dollars, "backInStock"), (euros, "backInStock")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_somebody_elses_is_not_there()
    {
        var (_, ada) = await service.CustomerAsync();
        var (_, eve) = await service.CustomerAsync();
        var list = await CreateAsync(ada, "Home");
        (await ada.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku })).EnsureSuccessStatusCode();

        foreach (var answer in new[]
        {
            await eve.GetAsync($"{Lists}/{list}/items"), await eve.PutAsJsonAsync($"{Lists}/{list}", new { name = "Mine" }), await eve.DeleteAsync($"{Lists}/{list}"),
            await eve.PutAsync($"{Lists}/{list}/share", null), await eve.DeleteAsync($"{Lists}/{list}/share"), await eve.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku }),
            await eve.DeleteAsync($"{Lists}/{list}/items/{_sku}"), await eve.PostAsJsonAsync($"{Lists}/{list}/items/{_sku}/move-to-cart", new { }),
        })
        {
            (await answer.CodeAsync()).ShouldBe("wishlist.not_found");
        }
    }

    [Theory]
    [InlineData("GET", "", "401 200 200 200 403")]
    [InlineData("POST", "", "401 400 400 400 403")]
    [InlineData("PUT", "/01890000-0000-7000-8000-00000000aaaa", "401 400 400 400 403")]
    [InlineData("DELETE", "/01890000-0000-7000-8000-00000000aaaa", "401 404 404 404 403")]
    [InlineData("PUT", "/01890000-0000-7000-8000-00000000aaaa/share", "401 404 404 404 403")]
    [InlineData("DELETE", "/01890000-0000-7000-8000-00000000aaaa/share", "401 404 404 404 403")]
    [InlineData("GET", "/01890000-0000-7000-8000-00000000aaaa/items", "401 404 404 404 403")]
    [InlineData("POST", "/01890000-0000-7000-8000-00000000aaaa/items", "401 400 400 400 403")]
    [InlineData("POST", "/default/items", "401 400 400 400 403")]
    [InlineData("DELETE", "/01890000-0000-7000-8000-00000000aaaa/items/CUP", "401 404 404 404 403")]
    [InlineData("POST", "/01890000-0000-7000-8000-00000000aaaa/items/CUP/move-to-cart", "401 404 404 404 403")]
    public async Task Lists_are_for_customers_only(string method, string path, string answers) => (await service.AnswersAsync(method, Lists + path)).ShouldBe(answers);

    [Fact]
    public async Task A_shared_list_is_for_everybody_with_the_link() =>
        (await service.AnswersAsync("GET", "/api/v1/users/wishlists/shared/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).ShouldBe("404 404 404 404 404");

    private async Task<Guid> WishAsync(string currency, bool consent, int lists = 1)
    {
        var (id, client) = await service.CustomerAsync();
        (await client.PutAsJsonAsync("/api/v1/users/me/preferences", new { locale = "en", currency, marketing = new { email = consent, sms = false, push = false } })).EnsureSuccessStatusCode();
        for (var number = 0; number < lists; number++)
        {
            var list = await CreateAsync(client, $"List {number}");
            (await client.PostAsJsonAsync($"{Lists}/{list}/items", new { sku = _sku })).EnsureSuccessStatusCode();
        }

        return id;
    }

    private static async Task<string> CreateAsync(HttpClient client, string name)
    {
        var response = await client.PostAsJsonAsync(Lists, new { name });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    private static async Task<string> ShareAsync(HttpClient client, string list)
    {
        var response = await client.PutAsync($"{Lists}/{list}/share", null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.JsonAsync()).GetProperty("url").GetString()!;
    }

    private static async Task<List<(string Name, bool IsDefault)>> DefaultsAsync(HttpClient client) =>
        [.. (await (await client.GetAsync(Lists)).JsonAsync()).EnumerateArray().Select(list => (list.GetProperty("name").GetString()!, list.GetProperty("isDefault").GetBoolean()))];
}
