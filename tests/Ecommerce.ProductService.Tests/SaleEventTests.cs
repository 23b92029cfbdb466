using System.Net.Http.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.ProductService.Application.Catalogue.TurnPrices;
using Ecommerce.ProductService.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ProductService.Tests;

/// <summary>Prices that change by the clock: nobody calls, and others hear of it all the same.</summary>
public sealed class SaleEventTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public async Task A_sale_that_begins_later_is_told_once_as_it_begins_and_the_change_also_as_it_ends()
    {
        await using var drops = await Listener<PriceDropped>.StartAsync(service);
        await using var changes = await Listener<ProductChanged>.StartAsync(service);
        var made = await _staff.ProductAsync(price: 2000);
        var subject = $"product/{made.Id}";
        var begins = DateTimeOffset.UtcNow.AddSeconds(8);
        await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1500, startsAt = begins, endsAt = begins.AddSeconds(4) }));

        // Created, put on sale, sale set.
        (await changes.HearAsync(subject, 3)).Count.ShouldBe(3);
        (await drops.HearAsync(subject, 0)).ShouldBeEmpty();

        var told = (await drops.HearAsync(subject, 1)).ShouldHaveSingleItem();
        (told.Sku, told.OldPrice, told.NewPrice, told.Currency).ShouldBe((made.Sku, 2000, 1500, "CHF"));
        told.DroppedAt.ShouldBe(begins, TimeSpan.FromMilliseconds(1));
        (await changes.HearAsync(subject, 4))[3].ChangedAt.ShouldBeGreaterThanOrEqualTo(begins);

        (await changes.HearAsync(subject, 5))[4].ChangedAt.ShouldBeGreaterThanOrEqualTo(begins.AddSeconds(4));
        (await drops.HearAsync(subject, 1)).Count.ShouldBe(1);
        (await changes.HearAsync(subject, 5)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task However_many_replicas_look_and_whichever_of_them_dies_each_begin_is_told_once()
    {
        await using var drops = await Listener<PriceDropped>.StartAsync(service);
        var products = new List<CatalogueClient.Made>();
        for (var number = 0; number < 8; number++)
        {
            products.Add(await _staff.ProductAsync(price: 2000));
        }

        await using (var dying = await service.Database.OpenConnectionAsync())
        await using (var transaction = await dying.BeginTransactionAsync())
        {
            await using var set = new Npgsql.NpgsqlCommand(
                $"""
                INSERT INTO scheduled_prices (id, sku, currency, amount, starts_at)
                SELECT gen_random_uuid(), sku, 'CHF', 1200, clock_timestamp() FROM unnest(ARRAY[{string.Join(',', products.Select(made => $"'{made.Sku}'"))}]) AS sku;
                SELECT turn_prices(500);
                """,
                dying, transaction);
            await set.ExecuteNonQueryAsync();

            // It dies with its work done and not committed.
            await transaction.RollbackAsync();
        }

        await service.ScalarAsync<long>($"""
            WITH added AS (
              INSERT INTO scheduled_prices (id, sku, currency, amount, starts_at)
              SELECT gen_random_uuid(), sku, 'CHF', 1200, clock_timestamp() FROM unnest(ARRAY[{string.Join(',', products.Select(made => $"'{made.Sku}'"))}]) AS sku RETURNING 1)
            SELECT count(*) FROM added
            """);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TurnAsync()));

        foreach (var made in products)
        {
            (await drops.HearAsync($"product/{made.Id}", 1)).ShouldHaveSingleItem().NewPrice.ShouldBe(1200);
        }

        // A sale is told of at its begin alone, however the products change after it.
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(products[0].Path, new { slug = products[0].Slug, name = "Renamed" }));
        await TurnAsync();
        (await service.ScalarAsync<long>($"SELECT count(*) FROM outbox_messages WHERE type = 'product.price_dropped.v1' AND subject = 'product/{products[0].Id}'")).ShouldBe(0);
        (await drops.HearAsync($"product/{products[0].Id}", 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_sale_of_what_nobody_can_buy_a_dearer_one_and_one_that_is_over_lower_no_price()
    {
        await using var drops = await Listener<PriceDropped>.StartAsync(service);
        var (draft, dearer, over, cheaper) = (await _staff.ProductAsync(isActive: false), await _staff.ProductAsync(), await _staff.ProductAsync(), await _staff.ProductAsync());
        await service.ScalarAsync<long>($"""
            WITH added AS (
              INSERT INTO scheduled_prices (id, sku, currency, amount, starts_at, ends_at) VALUES
                (gen_random_uuid(), '{draft.Sku}', 'CHF', 1, clock_timestamp(), NULL), (gen_random_uuid(), '{dearer.Sku}', 'CHF', 9000, clock_timestamp(), NULL),
                (gen_random_uuid(), '{over.Sku}', 'CHF', 1, clock_timestamp() - interval '2 hours', clock_timestamp() - interval '1 hour'),
                (gen_random_uuid(), '{cheaper.Sku}', 'CHF', 1, clock_timestamp(), NULL) RETURNING 1)
            SELECT count(*) FROM added
            """);

        (await drops.HearAsync($"product/{cheaper.Id}", 1)).Count.ShouldBe(1);
        await Ecommerce.Testing.Probing.Eventually.HoldsAsync(
            async () => await service.ScalarAsync<long>($"SELECT count(*) FROM scheduled_prices WHERE begun_at IS NULL AND sku IN ('{draft.Sku}', '{dearer.Sku}', '{over.Sku}')") == 0, "all are marked");
        foreach (var made in new[] { draft, dearer, over })
        {
            (await drops.HearAsync($"product/{made.Id}", 0)).ShouldBeEmpty();
        }
    }

    private async Task TurnAsync()
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPriceClock>().TurnAsync(500, TestContext.Current.CancellationToken);
    }
}
