using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.ProductService.Tests.Inventory;

/// <summary>Rules over all locations there are, in a shop of their own.</summary>
public sealed class LocationLimitTests
{
    [Fact]
    public async Task The_last_open_location_stays_open_however_many_are_closed_at_once_and_there_are_at_most_a_hundred()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var staff = new HttpClient { BaseAddress = service.Client.BaseAddress };
        staff.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.Staff("merchandiser"));
        Task<HttpResponseMessage> Open(string code) => staff.PostAsJsonAsync("/api/v1/stock-locations", new { code, name = code, priority = 5 });
        Task<HttpResponseMessage> Close(string code) => staff.PutAsJsonAsync($"/api/v1/stock-locations/{code}", new { name = code, priority = 5, isActive = false });

        (await (await Close("main")).CodeAsync()).ShouldBe("inventory.last_location");
        (await (await staff.DeleteAsync("/api/v1/stock-locations/main")).CodeAsync()).ShouldBe("inventory.last_location");

        // Each of the two could go while the other is there; not both.
        (await Open("second")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var closed = await Task.WhenAll(Close("main"), Close("second"));
        closed.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var refused = closed.Single(answer => answer.StatusCode != HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.CodeAsync()).ShouldBe("inventory.last_location");
        (await service.ScalarAsync<long>("SELECT count(*) FROM stock_locations WHERE is_active")).ShouldBe(1);

        await service.ScalarAsync<long>("""
            WITH added AS (
              INSERT INTO stock_locations (code, name, priority, is_active, levels_pending, created_at, version)
              SELECT 'more-' || number, 'More', 9, true, false, now(), 1 FROM generate_series(1, 97) AS number RETURNING 1)
            SELECT count(*) FROM added
            """);
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Open($"last-{number}")));
        opened.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var tooMany in opened.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            tooMany.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await tooMany.CodeAsync()).ShouldBe("inventory.too_many_locations");
        }

        (await service.ScalarAsync<long>("SELECT count(*) FROM stock_locations")).ShouldBe(100);
    }
}
