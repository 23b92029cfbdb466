using System.Net;
using Ecommerce.DiscountService.Application.Redeem;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ecommerce.DiscountService.Tests;

/// <summary>Limits under hundreds of buyers at once, with crashes between reserving and committing.</summary>
public sealed class LimitTests(LimitTests.Alone fixture) : IClassFixture<LimitTests.Alone>
{
    private const int Buyers = 500;

    [Fact]
    public async Task Total_customer_and_budget_limits_hold_under_five_hundred_redemptions_whose_sessions_are_killed()
    {
        // 50 times at the most by count, 40 times by money, twice a customer; 100 customers.
        var promotion = await fixture.CreateAsync(new
        {
            activate = true, name = "Rush", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 },
            currency = "USD", totalLimit = 50, perCustomerLimit = 2, budget = 4000,
        });
        using var killing = new CancellationTokenSource();
        var killer = KillAsync(killing.Token);
        var orders = Enumerable.Range(0, Buyers).Select(_ => Guid.CreateVersion7()).ToArray();
        try
        {
            await Task.WhenAll(orders.Select((order, index) => BuyAsync(order, promotion, $"rush{index % 100}@example.com")));
        }
        finally
        {
            await killing.CancelAsync();
        }

        (await killer).ShouldBeGreaterThan(0, "sessions were killed");
        await AgreesAsync(promotion);

        // Those that were neither committed nor released run out; then what is counted is what was committed.
        await using (var command = fixture.Database.CreateCommand("UPDATE order_redemptions SET expires_at = now() - interval '1 minute' WHERE status = 'Reserved' AND order_id = ANY ($1)"))
        {
            command.Parameters.Add(new() { Value = orders });
            await command.ExecuteNonQueryAsync();
        }

        await Eventually.HoldsAsync(ExpireAsync, "a session lives long enough to expire them");
        await AgreesAsync(promotion);
        (await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(
            await fixture.CountAsync("SELECT count(*) FROM redemptions r JOIN order_redemptions o USING (order_id) WHERE promotion_id = $1 AND o.status = 'Committed'", promotion));

        // What ran out is free again, to the last one.
        using var service = fixture.Service();
        var free = 40 - await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion);
        for (var i = 0; i < free; i++)
        {
            var (order, email) = (Guid.NewGuid(), $"late{i}@example.com");
            (await UntilAnsweredAsync(() => DiscountServiceFixture.ReserveAsync(service, order, promotion, email))).ShouldBe("");
        }

        (await DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, "last@example.com")).ShouldBe("coupon.exhausted");
        (await fixture.CountAsync("SELECT spent FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(4000);
    }

    [Fact]
    public async Task A_budget_s_update_is_not_lost_and_an_automatic_promotion_keeps_its_limits()
    {
        var budget = await fixture.CreateAsync(new
        {
            activate = true, name = "Budget", customerGroups = new[] { "nobody" }, action = new { type = "percentage", basisPoints = 1000 }, currency = "USD", budget = 1000,
        });
        var limited = await fixture.CreateAsync(new
        {
            activate = true, name = "Limited", customerGroups = new[] { "nobody" }, action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 7,
        });
        using var service = fixture.Service();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), budget, $"b{i}@example.com", amount: 30)));
        answers.Count(answer => answer == "").ShouldBe(33);
        (await fixture.CountAsync("SELECT spent FROM promotion_counters WHERE promotion_id = $1", budget)).ShouldBe(990);
        answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), limited, $"l{i}@example.com")));
        answers.Count(answer => answer == "").ShouldBe(7);
    }

    [Fact]
    public async Task A_budget_is_used_up_to_the_last_cent_and_each_order_gets_what_was_calculated_for_it()
    {
        // Orders of 20.00 get 3.00 each: three of them, and the last one what is left.
        var code = DiscountServiceFixture.Code().ToUpperInvariant();
        var promotion = await fixture.CreateAsync(new
        {
            activate = true, name = "Rest", couponCode = code, action = new { type = "percentage", basisPoints = 1500 }, currency = "USD", budget = 1000,
        });
        var granted = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var service = fixture.Service();
            while (true)
            {
                var calculated = await fixture.CalculateAsync(code);
                if (calculated.Applied.Count == 0)
                {
                    calculated.Refused.Single().Code.ShouldBe("coupon.exhausted");
                    return 0L;
                }

                // Somebody else may have been faster; then it is calculated anew, as the shopper's total is.
                var amount = calculated.Applied.Single().Amount;
                calculated.Applied.Single().Note.ShouldBe(amount == 300 ? null : "This offer is nearly used up: what is left of it is taken off.");
                calculated.Lines.Sum(line => line.Amount).ShouldBe(amount);
                if (await DiscountServiceFixture.ReserveAsync(service, Guid.CreateVersion7(), promotion, $"rest{i}@example.com", coupon: code, amount: amount) == "")
                {
                    return amount;
                }
            }
        }));
        granted.Where(amount => amount > 0).OrderDescending().ShouldBe([300, 300, 300, 100]);
        (await fixture.CountAsync("SELECT spent FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(1000);
    }

    [Fact]
    public async Task What_is_committed_late_is_counted_beyond_the_budget()
    {
        var promotion = await fixture.CreateAsync(new
        {
            activate = true, name = "Late", customerGroups = new[] { "nobody" }, action = new { type = "percentage", basisPoints = 1000 }, currency = "USD", budget = 100,
        });
        using var service = fixture.Service();
        var late = Guid.NewGuid();
        (await DiscountServiceFixture.ReserveAsync(service, late, promotion, "ada@example.com", expiresAt: DateTimeOffset.UtcNow.AddSeconds(-1))).ShouldBe("");
        await using (var scope = fixture.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IRedemptionStore>().ExpireAsync(100, DateTimeOffset.UtcNow, CancellationToken.None);
        }

        (await DiscountServiceFixture.ReserveAsync(service, Guid.NewGuid(), promotion, "grace@example.com")).ShouldBe("");
        (await service.PostAsync($"/internal/v1/redemptions/{late}/commit", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.CountAsync("SELECT spent FROM promotion_counters WHERE promotion_id = $1", promotion)).ShouldBe(200);
    }

    private async Task<bool> ExpireAsync()
    {
        try
        {
            await using var scope = fixture.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IRedemptionStore>().ExpireAsync(Buyers, DateTimeOffset.UtcNow, CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException || exception.InnerException is NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>A buyer whose order is confirmed, cancelled, or left lying; every call is repeated until it is answered.</summary>
    private async Task BuyAsync(Guid order, Guid promotion, string email)
    {
        using var service = fixture.Service();
        var reserved = await UntilAnsweredAsync(() => DiscountServiceFixture.ReserveAsync(service, order, promotion, email));
        var next = (reserved, order.GetHashCode() & 3) switch
        {
            ("", 0) => "release",
            ("", 1) => null,
            ("", _) => "commit",
            _ => null,
        };
        reserved.ShouldBeOneOf("", "coupon.exhausted", "coupon.customer_limit");
        if (next is not null)
        {
            await UntilAnsweredAsync(async () =>
            {
                var answer = await service.PostAsync($"/internal/v1/redemptions/{order}/{next}", null);
                return answer.StatusCode == HttpStatusCode.NoContent ? "" : await DiscountServiceFixture.CodeOf(answer);
            });
        }
    }

    private static async Task<string> UntilAnsweredAsync(Func<Task<string>> call)
    {
        for (var i = 0; i < 50; i++)
        {
            var answer = await call();
            if (answer is not "dependency.unavailable")
            {
                return answer;
            }
        }

        throw new TimeoutException("The service did not answer in fifty attempts.");
    }

    // A session that is ended in the middle of a statement is what a crash of the service, or of the database, looks like.
    private async Task<long> KillAsync(CancellationToken cancellationToken)
    {
        var killed = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var command = fixture.Database.CreateCommand("""
                SELECT count(pg_terminate_backend(pid)) FROM (
                  SELECT pid FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active' AND query LIKE '%_redemptions(%'
                  ORDER BY random() LIMIT 2) AS victims, pg_sleep(0.02)
                """);
            killed += (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
        }

        return killed;
    }

    private async Task AgreesAsync(Guid promotion)
    {
        const string Held = "FROM redemptions r JOIN order_redemptions o USING (order_id) WHERE promotion_id = $1 AND o.status IN ('Reserved', 'Committed')";
        var used = await fixture.CountAsync("SELECT used FROM promotion_counters WHERE promotion_id = $1", promotion);
        used.ShouldBe(await fixture.CountAsync($"SELECT count(*) {Held}", promotion));
        (await fixture.CountAsync("SELECT spent FROM promotion_counters WHERE promotion_id = $1", promotion))
            .ShouldBe(await fixture.CountAsync($"SELECT COALESCE(sum(amount), 0) {Held}", promotion));
        used.ShouldBeLessThanOrEqualTo(40);
        (await fixture.CountAsync($"SELECT COALESCE(max(times), 0) FROM (SELECT count(*) AS times {Held} GROUP BY o.customer_keys) AS by_customer", promotion)).ShouldBeLessThanOrEqualTo(2);
        (await fixture.CountAsync("SELECT COALESCE(max(used), 0) FROM customer_counters WHERE promotion_id = $1", promotion)).ShouldBeLessThanOrEqualTo(2);
    }

    /// <summary>A service and a database of its own: sessions of other tests are not to be killed.</summary>
    public sealed class Alone : DiscountServiceFixture;
}
