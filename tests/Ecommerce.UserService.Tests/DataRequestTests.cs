using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.User;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class DataRequestTests(UserServiceFixture service)
{
    private const string Me = "/api/v1/users/me";
    private static readonly string[] Services =
    [
        "auth-service", "cart-service", "discount-service", "notification-service", "order-service", "payment-service", "product-service", "return-service", "shipping-service", "user-service",
    ];

    [Fact]
    public async Task An_export_has_the_data_of_all_services_though_one_is_down_for_a_while()
    {
        var (id, client) = await service.CustomerAsync();
        service.DownFor[id] = true;
        var request = await AskAsync(client, "/data-exports", new { });
        await Eventually.HoldsAsync(
            async () => await StateAsync(client, request, "auth-service") == "done" && await StateAsync(client, request, "order-service") == "waiting", "all others have answered");
        (await (await client.PostAsync($"{Me}/data-requests/{request}/download-link", null)).CodeAsync()).ShouldBe("user.data_request_not_ready");
        (await (await client.PostAsJsonAsync($"{Me}/data-exports", new { })).CodeAsync()).ShouldBe("user.data_request_running");

        service.DownFor.TryRemove(id, out _);
        await CompletedAsync(client, request);
        var link = await LinkAsync(client, request);
        using var zip = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync(link)));
        zip.Entries.Select(entry => entry.Name).ShouldBe([.. Services.Select(name => name + ".json").Prepend("manifest.json")], ignoreOrder: true);
        Read(zip, "user-service.json").GetProperty("profile")[0].GetProperty("email").GetString().ShouldBe("ada@example.com");
        Read(zip, "order-service.json").GetProperty("orders")[0].GetProperty("customerId").GetGuid().ShouldBe(id);
        Read(zip, "auth-service.json").GetProperty("held")[0].GetGuid().ShouldBe(id);
        (await service.CountAsync($"data_request_parts WHERE request_id = '{request}' AND content IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_download_link_works_once_for_its_customer_and_not_after_a_newer_one()
    {
        var (_, client) = await service.CustomerAsync();
        var (_, eve) = await service.CustomerAsync();
        var request = await AskAsync(client, "/data-exports", new { });
        await CompletedAsync(client, request);

        var old = await LinkAsync(client, request);
        var link = await LinkAsync(client, request);
        (await (await client.GetAsync(old)).CodeAsync()).ShouldBe("user.download_link_invalid");
        (await (await eve.GetAsync(link)).CodeAsync()).ShouldBe("user.download_link_invalid");
        (await service.Anonymous().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await eve.PostAsync($"{Me}/data-requests/{request}/download-link", null)).CodeAsync()).ShouldBe("user.data_request_not_found");
        (await (await eve.GetAsync($"{Me}/data-requests/{request}")).CodeAsync()).ShouldBe("user.data_request_not_found");

        var downloads = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync(link)));
        downloads.Count(download => download.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        downloads.Count(download => download.StatusCode == HttpStatusCode.NotFound).ShouldBe(4);
        (await service.CountAsync($"data_archives WHERE id = '{request}' AND link_hash IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_archive_takes_the_place_of_the_one_before()
    {
        var (id, client) = await service.CustomerAsync();
        var first = await AskAsync(client, "/data-exports", new { });
        await CompletedAsync(client, first);
        var second = await AskAsync(client, "/data-exports", new { });
        await CompletedAsync(client, second);

        (await service.CountAsync($"data_archives WHERE customer_id = '{id}'")).ShouldBe(1);
        (await (await client.PostAsync($"{Me}/data-requests/{first}/download-link", null)).CodeAsync()).ShouldBe("user.data_request_not_ready");
        (await client.GetAsync(await LinkAsync(client, second))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_holds_an_old_token_takes_no_data_and_erases_none()
    {
        var (id, client) = await service.CustomerAsync();
        var request = await AskAsync(client, "/data-exports", new { });
        await CompletedAsync(client, request);
        var old = service.With(TestTokens.Customer(id, provedBefore: TimeSpan.FromMinutes(11)));

        (await (await old.PostAsJsonAsync($"{Me}/data-exports", new { })).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await old.PostAsync($"{Me}/data-requests/{request}/download-link", null)).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await old.PostAsJsonAsync($"{Me}/erasure", new { email = "ada@example.com" })).CodeAsync()).ShouldBe("auth.step_up_required");
        (await old.GetAsync($"{Me}/data-requests/{request}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_whose_session_was_ended_proves_nothing()
    {
        var (id, client) = await service.CustomerAsync();
        var request = await AskAsync(client, "/data-exports", new { });
        await CompletedAsync(client, request);
        service.LoggedOut[id] = true;

        (await (await client.PostAsJsonAsync($"{Me}/data-exports", new { })).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await client.PostAsync($"{Me}/data-requests/{request}/download-link", null)).CodeAsync()).ShouldBe("auth.step_up_required");
        (await (await client.PostAsJsonAsync($"{Me}/erasure", new { email = "ada@example.com" })).CodeAsync()).ShouldBe("auth.step_up_required");
    }

    [Fact]
    public async Task Who_is_forgotten_is_followed_through_all_services_though_one_is_down_and_no_late_event_brings_them_back()
    {
        var (id, client) = await service.CustomerAsync();
        await service.SettleAsync(id);
        (await (await client.PostAsJsonAsync($"{Me}/erasure", new { email = "eve@example.com" })).CodeAsync()).ShouldBe("user.confirmation_differs");
        await using var told = await service.ListenAsync<ErasureRequested>();
        var request = await AskAsync(client, "/erasure", new { email = "ADA@example.com" });

        await Eventually.HoldsAsync(async () => (await client.GetAsync(Me)).StatusCode == HttpStatusCode.NotFound, "the profile is gone");
        (await service.CountAsync($"activities WHERE customer_id = '{id}'")).ShouldBe(0);
        await Eventually.HoldsAsync(async () => (await told.PollAsync()).Count(event_ => event_.CustomerId == id) >= 2, "it is told again while nobody answers");

        // What was erased while tokens may still work does not count.
        await ReportAsync(request, 1, Services.Except(["order-service", "user-service"]));
        await Eventually.HoldsAsync(async () => await service.CountAsync($"data_requests WHERE id = '{request}' AND final_round IS NOT NULL") == 1, "the tokens have run out");
        (await StateAsync(client, request, "payment-service")).ShouldBe("waiting");

        var round = await RoundAsync(request);
        await ReportAsync(request, round, Services.Except(["order-service", "user-service"]));
        await ReportAsync(request, round, ["order-service"], complete: false);
        await Eventually.HoldsAsync(async () => await StateAsync(client, request, "order-service") == "underWay", "an open order is left");
        (await StateAsync(client, request, "payment-service")).ShouldBe("done");
        (await GetAsync(client, request)).GetProperty("state").GetString().ShouldBe("running");

        await ReportAsync(request, await RoundAsync(request), ["order-service"]);
        await CompletedAsync(client, request);

        var (late, after, marker) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var order = Guid.NewGuid();
        await service.PublishAsync(new UserRegistered(id, "ada@example.com", "Ada", "en", DateTimeOffset.UtcNow), late);
        await service.PublishAsync(new OrderCompleted(order, "E-9", id, DateTimeOffset.UtcNow), after);
        await service.PublishAsync(new OrderCompleted(order, "E-9", marker, DateTimeOffset.UtcNow));
        await Eventually.HoldsAsync(
            async () => await service.CountAsync($"inbox_messages WHERE message_id IN ('{late}', '{after}')") == 2
                && await service.CountAsync($"activities WHERE customer_id = '{marker}'") == 1,
            "the late events are handled");
        (await service.CountAsync($"customers WHERE id = '{id}'")).ShouldBe(0);
        (await service.CountAsync($"activities WHERE customer_id = '{id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_key_is_one_request()
    {
        var (_, client) = await service.CustomerAsync();
        async Task<string> AskOnceAsync()
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, $"{Me}/data-exports") { Content = JsonContent.Create(new { }), Headers = { { "Idempotency-Key", "once" } } };
            var response = await client.SendAsync(message);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            return (await response.JsonAsync()).GetProperty("id").GetString()!;
        }

        (await AskOnceAsync()).ShouldBe(await AskOnceAsync());
    }

    [Theory]
    [InlineData("POST", "/api/v1/users/me/data-exports", "401 404 404 404 403")]
    [InlineData("POST", "/api/v1/users/me/erasure", "401 400 400 400 403")]
    [InlineData("GET", "/api/v1/users/me/data-requests", "401 200 200 200 403")]
    [InlineData("GET", "/api/v1/users/me/data-requests/01890000-0000-7000-8000-00000000aaaa", "401 404 404 404 403")]
    [InlineData("POST", "/api/v1/users/me/data-requests/01890000-0000-7000-8000-00000000aaaa/download-link", "401 404 404 404 403")]
    [InlineData("GET", "/api/v1/users/me/data-exports/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "401 404 404 404 403")]
    [InlineData("GET", "/api/v1/users/data-requests", "401 403 403 200 403")]
    [InlineData("POST", "/internal/v1/personal-data/export", "401 403 403 403 400")]
    public async Task Each_endpoint_lets_in_whom_it_is_for(string method, string path, string answers) =>
        (await service.AnswersAsync(method, path)).ShouldBe(answers);

    [Fact]
    public async Task Support_sees_what_is_running()
    {
        var (id, client) = await service.CustomerAsync();
        service.DownFor[id] = true;
        var request = await AskAsync(client, "/data-exports", new { });

        var support = service.With(TestTokens.Staff("support"));
        var running = await support.GetFromJsonAsync<JsonElement>("/api/v1/users/data-requests?state=running&limit=100");
        running.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ShouldContain(request);
        (await support.GetAsync("/api/v1/users/data-requests?state=2")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        service.DownFor.TryRemove(id, out _);
    }

    private async Task ReportAsync(string request, int round, IEnumerable<string> services, bool complete = true)
    {
        foreach (var name in services)
        {
            await service.PublishAsync(new PersonalDataErased(Guid.Parse(request), name, round, complete, DateTimeOffset.UtcNow));
        }
    }

    private async Task<int> RoundAsync(string request)
    {
        await using var command = service.Database.CreateCommand($"SELECT attempts FROM data_requests WHERE id = '{request}'");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> AskAsync(HttpClient client, string path, object body)
    {
        var response = await client.PostAsJsonAsync(Me + path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    private static async Task<string> LinkAsync(HttpClient client, string request)
    {
        var response = await client.PostAsync($"{Me}/data-requests/{request}/download-link", null);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.JsonAsync()).GetProperty("url").GetString()!;
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string request) => await (await client.GetAsync($"{Me}/data-requests/{request}")).JsonAsync();

    private static async Task<string?> StateAsync(HttpClient client, string request, string of) => (await GetAsync(client, request)).GetProperty("services").EnumerateArray()
        .First(part => part.GetProperty("service").GetString() == of).GetProperty("state").GetString();

    private static Task CompletedAsync(HttpClient client, string request) =>
        Eventually.HoldsAsync(async () => (await GetAsync(client, request)).GetProperty("state").GetString() == "completed", "the request is completed");

    private static JsonElement Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        return JsonSerializer.Deserialize<JsonElement>(entry);
    }
}
