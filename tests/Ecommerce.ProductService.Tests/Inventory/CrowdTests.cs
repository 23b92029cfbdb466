using System.Globalization;
using Ecommerce.ProductService.Tests.Fixture;

namespace Ecommerce.ProductService.Tests.Inventory;

/// <summary>Small by default; <c>INVENTORY_BUYERS=50000</c> makes it thousands in parallel for longer.</summary>
public sealed class CrowdTests
{
    private static readonly int Buyers = int.Parse(Environment.GetEnvironmentVariable("INVENTORY_BUYERS") ?? "1500", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Thousands_of_buyers_of_overlapping_baskets_get_what_is_there_and_no_more()
    {
        await using var service = await ServiceProcess.StartAsync();
        var crowd = new Crowd(service, seed: 1);
        await crowd.StockAsync(Buyers / 4);

        await crowd.BuyAsync(Buyers, TestContext.Current.CancellationToken);

        await crowd.CheckAsync();
        crowd.Told.Values.Distinct().Order().ToArray().ShouldBe(["Committed", "Released", "Reserved", "Short"], customMessage: "the crowd was large enough to be refused too");
    }

    [Fact]
    public async Task Connections_that_are_cut_in_the_middle_lose_and_double_nothing()
    {
        await using var service = await ServiceProcess.StartAsync();
        var crowd = new Crowd(service, seed: 2);
        await crowd.StockAsync(Buyers / 4);

        var buying = crowd.BuyAsync(Buyers, TestContext.Current.CancellationToken);
        var cut = 0L;
        while (cut < 30 && !buying.IsCompleted)
        {
            cut += await service.ScalarAsync<long>("""
                SELECT count(pg_terminate_backend(pid)) FROM (
                  SELECT pid FROM pg_stat_activity
                  WHERE datname = current_database() AND application_name = 'product-service' AND state = 'active' LIMIT 1) busy
                """);
        }

        await buying;
        cut.ShouldBeGreaterThan(10);
        await crowd.CheckAsync();
    }

    [Fact]
    public async Task A_service_that_is_killed_in_the_middle_loses_and_doubles_nothing()
    {
        await using var service = await ServiceProcess.StartAsync();
        var crowd = new Crowd(service, seed: 3);
        await crowd.StockAsync(Buyers / 4);

        var buying = crowd.BuyAsync(Buyers, TestContext.Current.CancellationToken);
        for (var kill = 1; kill <= 2; kill++)
        {
            var enough = Buyers * kill / 4;
            while (!buying.IsCompleted && await CountAsync(service) < enough)
            {
                await Task.Yield();
            }

            await service.KillAsync();
            await service.StartAgainAsync();
        }

        await buying;
        await crowd.CheckAsync();
    }

    private static Task<long> CountAsync(ServiceProcess service) =>
        service.ScalarAsync<long>("SELECT count(*) FROM stock_movements WHERE kind = 'reserved'");
}
