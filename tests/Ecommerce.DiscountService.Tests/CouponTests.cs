using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.DiscountService.Application.GenerateCoupons;

namespace Ecommerce.DiscountService.Tests;

public sealed class CouponTests(DiscountServiceFixture fixture)
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_hundred_thousand_coupons_come_in_one_request_once_and_leave_as_csv()
    {
        using var staff = fixture.Merchandiser();
        var promotion = await MakeAsync();
        staff.DefaultRequestHeaders.Add("Idempotency-Key", "batch");
        var watch = Stopwatch.StartNew();
        var answers = new List<JsonElement>();
        for (var i = 0; i < 2; i++)
        {
            var answer = await staff.PostAsJsonAsync($"/api/v1/promotions/{promotion}/coupons", new { count = 100_000, prefix = "spring-" });
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            answers.Add(await answer.Content.ReadFromJsonAsync<JsonElement>());

            // A crash after the work and before the answer was kept: the key is usable again, and finds the batch.
            await using var command = fixture.Database.CreateCommand(
                "UPDATE idempotency_keys SET status_code = NULL, response = NULL, headers = NULL, locked_until = '-infinity' WHERE key = 'batch'");
            await command.ExecuteNonQueryAsync();
        }

        watch.Elapsed.ShouldBeLessThan(Seconds);
        answers[1].GetProperty("id").GetGuid().ShouldBe(answers[0].GetProperty("id").GetGuid());

        using var csv = await staff.GetAsync($"/api/v1/promotions/{promotion}/coupons.csv", HttpCompletionOption.ResponseHeadersRead);
        csv.StatusCode.ShouldBe(HttpStatusCode.OK);
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Content.Headers.ContentLength.ShouldBeNull("it is streamed");
        var lines = (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("code,usesPerCoupon,used,createdAt");
        var codes = lines.Skip(1).Select(line => line.Split(',')[0]).ToArray();
        codes.Distinct().Count().ShouldBe(100_000);
        codes.ShouldAllBe(code => code.StartsWith("SPRING-") && code.Length == 19 && code.Skip(7).All(letter => CouponCodes.Alphabet.Contains(letter)));
        lines[1].ShouldMatch("^SPRING-[0-9A-Z]{12},1,0,[0-9-]{10}T[0-9:]{8}Z$");
    }

    [Fact]
    public void Codes_cannot_be_guessed()
    {
        // Almost five bits a character: 58 in all. Of a million coupons a guess hits one in 10^11.
        (Math.Log2(CouponCodes.Alphabet.Length) * CouponCodes.MinimumLength).ShouldBeGreaterThan(58);
        CouponCodes.Alphabet.Distinct().Count().ShouldBe(CouponCodes.Alphabet.Length);
        "01OILU".ShouldAllBe(ambiguous => !CouponCodes.Alphabet.Contains(ambiguous));

        // Every character is as likely as any other, wherever it stands: chi squared over 12 places of 30 characters stays below its one in a million.
        var codes = CouponCodes.Create(30_000, "", 12);
        for (var place = 0; place < 12; place++)
        {
            var letters = codes.GroupBy(code => code[place]).ToArray();
            letters.Length.ShouldBe(CouponCodes.Alphabet.Length);
            letters.Sum(letter => Math.Pow(letter.Count() - 1000.0, 2) / 1000).ShouldBeLessThan(80);
        }
    }

    [Fact]
    public async Task A_generated_coupon_is_redeemed_once_and_its_use_is_listed()
    {
        using var staff = fixture.Merchandiser();
        using var service = fixture.Service();
        var promotion = await MakeAsync();
        (await staff.PostAsJsonAsync($"/api/v1/promotions/{promotion}/coupons", new { count = 3 })).StatusCode.ShouldBe(HttpStatusCode.Created);
        var page = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/coupons?limit=2");
        var code = page.GetProperty("items")[0].GetProperty("code").GetString()!;
        var rest = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/coupons?limit=2&cursor={page.GetProperty("nextCursor").GetString()}");
        rest.GetProperty("items").GetArrayLength().ShouldBe(1);

        (await fixture.CalculateAsync(code)).Applied.Single().CouponCode.ShouldBe(code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            DiscountServiceFixture.ReserveAsync(service, Guid.CreateVersion7(), promotion, $"c{i}@example.com", coupon: code, amount: 200)));
        answers.Count(answer => answer == "").ShouldBe(1);
        answers.Count(answer => answer == "coupon.exhausted").ShouldBe(19);
        (await fixture.CalculateAsync(code)).Refused.Single().Code.ShouldBe("coupon.exhausted");
        (await fixture.CalculateAsync("ABCDEFGHJKMN")).Refused.Single().Code.ShouldBe("coupon.unknown");

        var coupon = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/coupons/{code.ToLowerInvariant()}");
        coupon.GetProperty("used").GetInt32().ShouldBe(1);
        var history = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/redemptions?couponCode={code}");
        var redemption = history.GetProperty("items").EnumerateArray().Single();
        redemption.GetProperty("status").GetString().ShouldBe("reserved");
        var order = redemption.GetProperty("orderId").GetGuid();
        (await service.PostAsync($"/internal/v1/redemptions/{order}/release", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await fixture.CalculateAsync(code)).Applied.Count.ShouldBe(1, "given back, it can be used again");

        (await staff.GetAsync($"/api/v1/promotions/{promotion}/coupons/NONSUCH")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_history_of_a_promotion_is_paged_by_order_and_summed()
    {
        using var staff = fixture.Merchandiser();
        using var service = fixture.Service();
        var promotion = await fixture.CreateAsync(new { activate = true, name = "History", couponCode = DiscountServiceFixture.Code(), action = new { type = "percentage", basisPoints = 1000 }, totalLimit = 9 });
        var orders = Enumerable.Range(0, 5).Select(i => Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMinutes(i))).ToArray();
        foreach (var order in orders)
        {
            (await DiscountServiceFixture.ReserveAsync(service, order, promotion, "ada@example.com")).ShouldBe("");
        }

        await service.PostAsync($"/internal/v1/redemptions/{orders[0]}/commit", null);
        var found = new List<Guid>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/redemptions?limit=2&cursor={cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("orderId").GetGuid()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        found.ShouldBe(orders.Reverse());
        var usage = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{promotion}/usage");
        usage.GetProperty("reserved").GetInt32().ShouldBe(4);
        usage.GetProperty("committedAmount").GetInt64().ShouldBe(100);
        usage.GetProperty("totalLimit").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task Coupons_are_generated_only_where_they_can_be()
    {
        using var staff = fixture.Merchandiser();
        var automatic = await fixture.CreateAsync(new { name = "Automatic", action = new { type = "freeShipping" } });
        (await DiscountServiceFixture.CodeOf(await staff.PostAsJsonAsync($"/api/v1/promotions/{automatic}/coupons", new { count = 1 }))).ShouldBe("promotion.no_generated_coupons");
        var promotion = await MakeAsync();
        foreach (var body in new object[] { new { count = 0 }, new { count = 100_001 }, new { count = 1, length = 5 }, new { count = 1, prefix = "-X" }, new { count = 1, usesPerCoupon = 0 } })
        {
            (await staff.PostAsJsonAsync($"/api/v1/promotions/{promotion}/coupons", body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await staff.PostAsync($"/api/v1/promotions/{promotion}/end", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DiscountServiceFixture.CodeOf(await staff.PostAsJsonAsync($"/api/v1/promotions/{promotion}/coupons", new { count = 1 }))).ShouldBe("promotion.has_ended");
        (await staff.PostAsJsonAsync($"/api/v1/promotions/{Guid.NewGuid()}/coupons", new { count = 1 })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Guid> MakeAsync() =>
        fixture.CreateAsync(new { activate = true, name = "Many", generatedCoupons = true, action = new { type = "percentage", basisPoints = 1000 } });
}
