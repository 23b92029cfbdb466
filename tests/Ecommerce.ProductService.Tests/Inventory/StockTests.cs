using System.Net;
using System.Net.Http.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;

namespace Ecommerce.ProductService.Tests.Inventory;

public sealed class StockTests(ProductServiceFixture service)
{
    [Fact]
    public async Task A_hundred_buyers_of_ten_units_get_exactly_ten()
    {
        var sku = await service.StockAsync(10);
        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => service.ReserveAsync(Guid.NewGuid(), (sku, 1))));

        responses.Count(response => response.StatusCode == HttpStatusCode.OK).ShouldBe(10);
        responses.Count(response => response.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(90);
        (await service.LevelAsync(sku)).ShouldBe((10, 10));
    }

    [Fact]
    public async Task Overlapping_baskets_do_not_block_each_other()
    {
        var (one, two, three) = (await service.StockAsync(1000), await service.StockAsync(1000), await service.StockAsync(1000));
        (string, int)[][] baskets = [[(one, 1), (two, 1)], [(two, 1), (three, 1)], [(three, 1), (one, 1)], [(two, 1), (one, 1)]];

        var responses = await Task.WhenAll(Enumerable.Range(0, 80).Select(async number =>
        {
            var id = Guid.NewGuid();
            (await service.ReserveAsync(id, baskets[number % 4])).StatusCode.ShouldBe(HttpStatusCode.OK);
            return await (number % 3 == 0 ? service.ReleaseAsync(id) : service.CommitAsync(id));
        }));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.NoContent);
        foreach (var sku in new[] { one, two, three })
        {
            (await service.LevelAsync(sku)).Reserved.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_basket_is_held_whole_or_not_at_all_and_the_answer_says_what_is_short()
    {
        var (plenty, scarce) = (await service.StockAsync(10), await service.StockAsync(1));
        var response = await service.ReserveAsync(Guid.NewGuid(), (plenty, 2), (scarce, 2), ("UNHEARD-OF", 1));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe("stock.insufficient");
        problem.GetProperty("shortages").EnumerateArray()
            .Select(shortage => (shortage.GetProperty("sku").GetString(), shortage.GetProperty("requested").GetInt32(), shortage.GetProperty("available").GetInt32()))
            .ShouldBe([(scarce, 2, 1), ("UNHEARD-OF", 1, 0)], ignoreOrder: true);
        (await service.LevelAsync(plenty)).ShouldBe((10, 0));
    }

    [Fact]
    public async Task Repeated_lines_and_bundles_of_one_article_are_one_need()
    {
        var sku = await service.StockAsync(5);

        (await service.ReserveAsync(Guid.NewGuid(), (sku, 3), (sku, 3))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await service.ReserveAsync(Guid.NewGuid(), (sku, 3), (sku, 2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.LevelAsync(sku)).ShouldBe((5, 5));
    }

    [Fact]
    public async Task Every_step_happens_once_however_often_it_is_asked_for()
    {
        var sku = await service.StockAsync(10);
        var (bought, left) = (Guid.NewGuid(), Guid.NewGuid());
        async Task FiveTimes(Func<Task<HttpResponseMessage>> ask, HttpStatusCode status) =>
            (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ask()))).ShouldAllBe(response => response.StatusCode == status);

        await FiveTimes(() => service.ReserveAsync(bought, (sku, 2)), HttpStatusCode.OK);
        await FiveTimes(() => service.ReserveAsync(left, (sku, 3)), HttpStatusCode.OK);
        (await service.LevelAsync(sku)).ShouldBe((10, 5));
        await FiveTimes(() => service.CommitAsync(bought), HttpStatusCode.NoContent);
        await FiveTimes(() => service.ReleaseAsync(left), HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((8, 0));
        (await service.ReserveAsync(bought, (sku, 2)).ContinueWith(task => task.Result.JsonAsync()).Unwrap()).GetProperty("status").GetString().ShouldBe("committed");

        // An order that is cancelled after it was confirmed puts its goods back.
        await FiveTimes(() => service.ReleaseAsync(bought), HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((10, 0));
    }

    [Fact]
    public async Task A_reservation_that_arrives_after_its_release_is_refused()
    {
        var sku = await service.StockAsync(1);
        var id = Guid.NewGuid();
        (await service.ReleaseAsync(id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var late = await service.ReserveAsync(id, (sku, 1));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.CodeAsync()).ShouldBe("reservation.released");
        (await service.LevelAsync(sku)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_hold_that_nobody_pays_for_ends_and_can_still_be_committed_and_cancelled_while_the_goods_are_there()
    {
        var sku = await service.StockAsync(2);
        var id = Guid.NewGuid();
        await service.ReserveAsync(id, TimeSpan.FromSeconds(-1), (sku, 2));
        await Eventually.HoldsAsync(async () => await service.LevelAsync(sku) == (2, 0), "the hold ends");

        // The payment came late: what is still there is taken, and a cancellation gives it back.
        (await service.CommitAsync(id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((0, 0));
        (await service.ReleaseAsync(id)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await service.LevelAsync(sku)).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_hold_that_ended_is_not_committed_from_what_others_hold()
    {
        var sku = await service.StockAsync(1);
        var id = Guid.NewGuid();
        await service.ReserveAsync(id, TimeSpan.FromSeconds(-1), (sku, 1));
        await Eventually.HoldsAsync(async () => await service.LevelAsync(sku) == (1, 0), "the hold ends");
        await service.ReserveAsync(Guid.NewGuid(), (sku, 1));

        var late = await service.CommitAsync(id);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.CodeAsync()).ShouldBe("reservation.goods_gone");
        (await service.LevelAsync(sku)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_hold_that_was_given_back_is_not_said_to_be_committed()
    {
        var sku = await service.StockAsync(1);
        var id = Guid.NewGuid();
        await service.ReserveAsync(id, (sku, 1));
        await service.ReleaseAsync(id);

        var late = await service.CommitAsync(id);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.CodeAsync()).ShouldBe("reservation.released");
        (await service.LevelAsync(sku)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Holds_that_end_while_their_orders_are_paid_are_never_sold_twice()
    {
        // Each unit has an order whose hold is over and is being paid for, and a buyer who waits for the unit to be free.
        var skus = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.StockAsync(1)));
        var outcomes = await Task.WhenAll(skus.Select(async sku =>
        {
            var (paying, waiting) = (Guid.NewGuid(), Guid.NewGuid());
            (await service.ReserveAsync(paying, TimeSpan.FromSeconds(-1), (sku, 1))).StatusCode.ShouldBe(HttpStatusCode.OK);
            var commit = service.CommitAsync(paying);
            var expire = service.ExpireAsync();
            var reserve = service.ReserveAsync(waiting, (sku, 1));
            await Task.WhenAll(commit, expire, reserve);
            var (isPaid, isHeld) = ((await commit).StatusCode == HttpStatusCode.NoContent, (await reserve).StatusCode == HttpStatusCode.OK);
            (isPaid && isHeld).ShouldBeFalse("there is one unit");
            (await service.LevelAsync(sku)).ShouldBe((isPaid ? 0 : 1, isHeld ? 1 : 0));
            return isPaid;
        }));

        outcomes.ShouldContain(true);
    }

    [Fact]
    public async Task A_buyer_who_waits_while_the_first_stock_comes_at_another_location_gets_it()
    {
        var location = await service.OpenAsync();
        var sku = await service.StockAsync(1);
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        async Task ExecuteAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync();
        }

        // Another buyer takes the only unit, and goods come in elsewhere, while this one waits for the level.
        await ExecuteAsync($"SELECT reserve_stock('{Guid.NewGuid()}', ARRAY['{sku}'], ARRAY[1], now() + interval '1 hour', now())");
        var waiting = service.ReserveAsync(Guid.NewGuid(), (sku, 2));
        await Eventually.HoldsAsync(
            () => service.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%reserve_stock%')"),
            "the buyer waits");
        await ExecuteAsync($"SELECT change_stock(gen_random_uuid(), 'received', ARRAY['{sku}'], ARRAY[3], now(), '{location}')");
        await transaction.CommitAsync();

        var answer = await waiting;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await answer.JsonAsync()).GetProperty("lines")[0].GetProperty("location").GetString().ShouldBe(location);
        (await service.LevelAsync(sku)).ShouldBe((4, 3));
    }

    [Fact]
    public async Task A_reservation_that_was_never_made_cannot_be_committed()
    {
        var response = await service.CommitAsync(Guid.NewGuid());

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.CodeAsync()).ShouldBe("reservation.not_found");
    }

    [Fact]
    public async Task A_time_with_an_offset_is_a_time()
    {
        var sku = await service.StockAsync(1);
        var response = await service.OrderService.PostAsJsonAsync("/internal/v1/reservations", new
        {
            reservationId = Guid.NewGuid(),
            lines = new[] { new { sku, quantity = 1 } },
            expiresAt = "2090-01-01T00:00:00+02:00",
        });

        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"reservationId":"01890000-0000-7000-8000-000000000001","lines":[],"expiresAt":"2090-01-01T00:00:00Z"}""")]
    [InlineData("""{"reservationId":"01890000-0000-7000-8000-000000000001","lines":[null],"expiresAt":"2090-01-01T00:00:00Z"}""")]
    [InlineData("""{"reservationId":"01890000-0000-7000-8000-000000000001","lines":[{"sku":"A","quantity":0}],"expiresAt":"2090-01-01T00:00:00Z"}""")]
    [InlineData("""{"reservationId":"01890000-0000-7000-8000-000000000001","lines":[{"sku":"A\u0000","quantity":1}],"expiresAt":"2090-01-01T00:00:00Z"}""")]
    [InlineData("""{"reservationId":"nobody","lines":[{"sku":"A","quantity":1}],"expiresAt":"2090-01-01T00:00:00Z"}""")]
    [InlineData("""{"lines":[{"sku":"A","quantity":1}]}""")]
    [InlineData("[")]
    public async Task Reservations_that_make_no_sense_are_refused(string body)
    {
        var response = await service.OrderService.PostAsync("/internal/v1/reservations", new StringContent(body, null, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBeOneOf("validation.failed", "request.malformed", "text.malformed");
    }

    [Fact]
    public async Task A_merchandiser_corrects_the_stock_once_per_key_and_not_below_what_is_promised()
    {
        var sku = await service.StockAsync(10);
        await service.ReserveAsync(Guid.NewGuid(), (sku, 4));

        (await AdjustAsync(sku, -5, "lost", "a")).GetProperty("onHand").GetInt32().ShouldBe(5);
        (await AdjustAsync(sku, -5, "lost", "a")).GetProperty("onHand").GetInt32().ShouldBe(5);
        (await AdjustAsync(sku, -2, "lost", "b")).GetProperty("code").GetString().ShouldBe("inventory.below_reserved");
        (await AdjustAsync(sku, 3, "received", "c")).GetProperty("available").GetInt32().ShouldBe(4);
        (await service.LevelAsync(sku)).ShouldBe((8, 4));
        (await AdjustAsync("UNHEARD-OF", 1, "received", "d")).GetProperty("code").GetString().ShouldBe("inventory.article_not_found");
        (await AdjustAsync(sku, 0, "counted", "e")).GetProperty("code").GetString().ShouldBe("validation.failed");
        (await AdjustAsync(sku, -1, "received", "g")).GetProperty("code").GetString().ShouldBe("validation.failed");
        (await AdjustAsync(sku, 1, "wished", "f")).GetProperty("code").GetString().ShouldBe("request.malformed");
        (await AdjustAsync(sku, 1, "counted", null)).GetProperty("code").GetString().ShouldBe("idempotency.key_required");
    }

    private async Task<System.Text.Json.JsonElement> AdjustAsync(string sku, int difference, string reason, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/inventory/{sku}/adjustments") { Content = JsonContent.Create(new { difference, reason }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key + sku);
        }

        return await (await service.Merchandiser.SendAsync(request)).JsonAsync();
    }
}
