using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Tests.Fixture;

namespace Ecommerce.ProductService.Tests.Inventory;

/// <summary>Buyers that fight for a few articles at several locations, each asking until it is answered, as order-service does.</summary>
internal sealed class Crowd(ServiceProcess service, int seed)
{
    private const int Articles = 12;
    private const int Together = 48;
    private static readonly string[] Locations = ["main", "north", "south"];
    private readonly ConcurrentDictionary<Guid, string> _told = new();

    /// <summary>What every buyer was told last.</summary>
    public IReadOnlyDictionary<Guid, string> Told => _told;

    public async Task StockAsync(int unitsPerArticle)
    {
        await service.ScalarAsync<object>("""
            INSERT INTO stock_locations (code, name, priority, is_active, levels_pending, created_at, version)
            VALUES ('north', 'North', 2, true, false, now(), 1), ('south', 'South', 3, true, false, now(), 1) RETURNING 1
            """);
        foreach (var location in Locations)
        {
            await service.ScalarAsync<object>($"""
                SELECT 1 FROM change_stock(
                  gen_random_uuid(), 'received', (SELECT array_agg('A' || i) FROM generate_series(1, {Articles}) i),
                  (SELECT array_agg({unitsPerArticle} / 3 + i % 4) FROM generate_series(1, {Articles}) i), now(), '{location}')
                """);
        }
    }

    public Task BuyAsync(int buyers, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, buyers), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken },
        async (number, token) => await BuyAsync(new Random((seed * 1_000_003) + number), token));

    /// <summary>Ledger, levels, reservations and what buyers were told are one story.</summary>
    public async Task CheckAsync()
    {
        (await service.ScalarAsync<long>("""
            SELECT count(*) FROM stock_levels s
            LEFT JOIN (SELECT sku, location, sum(on_hand_change) AS on_hand, sum(reserved_change) AS reserved FROM stock_movements GROUP BY sku, location) m
              ON m.sku = s.sku AND m.location = s.location
            WHERE s.on_hand <> COALESCE(m.on_hand, 0) OR s.reserved <> COALESCE(m.reserved, 0)
            """)).ShouldBe(0, "The ledger sums to the levels.");
        (await service.ScalarAsync<long>("""
            SELECT count(*) FROM stock_levels s
            LEFT JOIN (
              SELECT l.sku, l.location, sum(l.quantity) FILTER (WHERE r.status = 'Reserved') AS held, sum(l.quantity) FILTER (WHERE r.status = 'Committed') AS sold
              FROM reservation_lines l JOIN reservations r ON r.id = l.reservation_id GROUP BY l.sku, l.location) h ON h.sku = s.sku AND h.location = s.location
            LEFT JOIN (SELECT sku, location, sum(on_hand_change) AS units FROM stock_movements WHERE kind = 'received' GROUP BY sku, location) m
              ON m.sku = s.sku AND m.location = s.location
            WHERE s.reserved <> COALESCE(h.held, 0) OR s.on_hand <> m.units - COALESCE(h.sold, 0)
            """)).ShouldBe(0, "What is promised and gone is what orders hold and bought.");
        (await service.ScalarAsync<long>("SELECT count(*) FROM stock_levels WHERE on_hand < reserved OR reserved < 0")).ShouldBe(0);
        (await service.ScalarAsync<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")).ShouldBe(0);

        var stored = new Dictionary<Guid, string>();
        await using var command = service.Database.CreateCommand("SELECT id, status FROM reservations");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            stored[reader.GetGuid(0)] = reader.GetString(1);
        }

        foreach (var (id, told) in _told)
        {
            stored.GetValueOrDefault(id, "Short").ShouldBe(told);
        }

        stored.Count.ShouldBe(_told.Count(pair => pair.Value != "Short"));
    }

    private async Task BuyAsync(Random random, CancellationToken cancellationToken)
    {
#pragma warning disable CA5394 // Not for secrets: a seed makes the same crowd again.
        var id = Guid.NewGuid();
        var lines = Enumerable.Range(0, random.Next(1, 6)).Select(_ => new StockLineDto($"A{random.Next(1, Articles + 1)}", random.Next(1, 4))).ToArray();
        var dice = random.Next(10);
#pragma warning restore CA5394
        var reserved = await AskAsync(() => service.Client.PostAsJsonAsync(
            "/internal/v1/reservations", new ReserveStockRequest(id, lines, DateTimeOffset.UtcNow.AddHours(1)), cancellationToken));
        _told[id] = reserved == HttpStatusCode.OK ? "Reserved" : "Short";
        if (reserved != HttpStatusCode.OK || dice == 0)
        {
            return;
        }

        var (step, status) = dice < 6 ? ("commit", "Committed") : ("release", "Released");
        (await AskAsync(() => service.Client.PostAsync($"/internal/v1/reservations/{id}/{step}", null, cancellationToken))).ShouldBe(HttpStatusCode.NoContent);
        _told[id] = status;
        if (dice == 1)
        {
            (await AskAsync(() => service.Client.PostAsync($"/internal/v1/reservations/{id}/release", null, cancellationToken))).ShouldBe(HttpStatusCode.NoContent);
            _told[id] = "Released";
        }
    }

    // Until there is an answer: the service or its database may be dead for the moment.
    private static async Task<HttpStatusCode> AskAsync(Func<Task<HttpResponseMessage>> ask)
    {
        while (true)
        {
            try
            {
                using var response = await ask();
                if (response.StatusCode < HttpStatusCode.InternalServerError)
                {
                    response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity);
                    return response.StatusCode;
                }

                response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, "what is away is said to be away");
            }
            catch (HttpRequestException)
            {
                // Dead; the next try finds out whether it is back.
            }

            await Task.Yield();
        }
    }
}
