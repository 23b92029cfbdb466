using System.Net;
using System.Net.Http.Json;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Telemetry;
using Ecommerce.UserService.Tests.Fixture;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ecommerce.UserService.Tests;

/// <summary>What a collector gets of a service that exports everything.</summary>
public sealed class TraceTests(UserServiceFixture service)
{
    [Fact]
    public async Task No_span_and_no_log_shows_the_secret_of_a_link()
    {
        await using var collector = await Collector.StartAsync();
        await using var traced = service.Factory.WithWebHostBuilder(host =>
        {
            collector.Listen(host);

            // Otherwise this second host would lease other tests' work, which would then wait minutes for the lease to end.
            host.UseSetting("DataRequests:PollInterval", "01:00:00");
            host.UseSetting("Wishlists:PollInterval", "01:00:00");
        });
        traced.UseKestrel(0);
        traced.StartServer();
        var (id, client) = await service.CustomerAsync();
        var list = (await (await client.PostAsJsonAsync("/api/v1/users/me/wishlists", new { name = "Home" })).JsonAsync()).GetProperty("id").GetString();
        var shared = (await (await client.PutAsync($"/api/v1/users/me/wishlists/{list}/share", null)).JsonAsync()).GetProperty("url").GetString()!;
        string[] secrets = [shared.Split('/')[^1], $"{Guid.NewGuid():N}-download-secret", $"{Guid.NewGuid():N}-refused-secret"];

        using var anybody = Collector.UntracedClient(traced.ClientOptions.BaseAddress);
        using var customer = Collector.UntracedClient(traced.ClientOptions.BaseAddress);
        customer.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Customer(id));
        (await anybody.GetAsync(shared)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await anybody.GetAsync($"{shared}?cursor=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await anybody.GetAsync($"{shared}?limit=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await anybody.GetAsync($"{shared}).")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await customer.GetAsync($"/api/v1/users/me/data-exports/{secrets[1]}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.GetAsync($"/api/v1/users/me/data-exports/{secrets[2]}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await customer.GetAsync("/api/v1/users/me/activity?limit=7")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.HoldsAsync(
            () => Task.FromResult(collector.Exported("traces").Contains("/api/v1/users/me/activity", StringComparison.Ordinal) && collector.Exported("logs").Length > 0),
            "the last request is exported");
        foreach (var secret in secrets)
        {
            collector.Exported("traces").ShouldNotContain(secret);
            collector.Exported("logs").ShouldNotContain(secret);
        }

        collector.Exported("traces").ShouldContain("/api/v1/users/wishlists/shared/{token}");
    }
}
