using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ecommerce.DiscountService.Tests;

public sealed class PromotionTests(DiscountServiceFixture fixture)
{
    [Fact]
    public async Task A_draft_is_changed_and_tried_then_active_with_fixed_terms_then_ended()
    {
        using var staff = fixture.Merchandiser();
        var code = DiscountServiceFixture.Code().ToUpperInvariant();
        var id = await fixture.CreateAsync(new { name = "Draft", couponCode = code, action = new { type = "percentage", basisPoints = 1000 } });
        (await fixture.CalculateAsync(code)).Refused.Single().Code.ShouldBe("coupon.unknown");

        var read = await staff.GetAsync($"/api/v1/promotions/{id}");
        read.Headers.ETag!.Tag.ShouldBe("\"0\"");
        var changed = await ChangeAsync(staff, id, "\"0\"", new { name = "Better", couponCode = code, action = new { type = "percentage", basisPoints = 2000 } });
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
        changed.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await ChangeAsync(staff, id, "\"0\"", new { name = "Lost", action = new { type = "freeShipping" } })).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await staff.PostAsync($"/api/v1/promotions/{id}/activate", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fixture.CalculateAsync(code)).Lines.Single().Amount.ShouldBe(400);
        (await DiscountServiceFixture.CodeOf(await ChangeAsync(staff, id, "*", new { name = "Late", action = new { type = "freeShipping" } }))).ShouldBe("promotion.not_draft");
        (await DiscountServiceFixture.CodeOf(await staff.PostAsync($"/api/v1/promotions/{id}/activate", null))).ShouldBe("promotion.not_draft");

        (await staff.PostAsync($"/api/v1/promotions/{id}/end", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DiscountServiceFixture.CodeOf(await staff.PostAsync($"/api/v1/promotions/{id}/end", null))).ShouldBe("promotion.has_ended");
        (await fixture.CalculateAsync(code)).Refused.Single().Code.ShouldBe("coupon.unknown");
    }

    [Fact]
    public async Task Promotions_of_every_action_come_back_as_they_were_made()
    {
        using var staff = fixture.Merchandiser();
        var product = Guid.NewGuid();
        foreach (var action in new object[]
        {
            new { type = "percentage", basisPoints = 1000, maximumDiscount = 500 },
            new { type = "fixedAmount", amount = 500 },
            new { type = "fixedPrice", amount = 700 },
            new { type = "freeShipping" },
            new { type = "buyXGetY", basisPoints = 5000, buyQuantity = 2, getQuantity = 1, rewardProductIds = new[] { product } },
            new { type = "tiered", tierBasis = "quantity", tiers = new object[] { new { from = 2, basisPoints = 500 }, new { from = 5, amount = 900 } } },
            new { type = "bundle", amount = 1500, bundle = new[] { new { productId = product, quantity = 2 } } },
        })
        {
            var id = await fixture.CreateAsync(new { name = "Each", currency = "USD", minimumQuantity = 1, exclusionGroup = "each", customerGroups = new[] { "gold" }, budget = 5, action });
            var read = await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{id}");
            var expected = JsonSerializer.SerializeToElement(action);
            foreach (var member in expected.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Array))
            {
                read.GetProperty("action").GetProperty(member.Name).ToString().ShouldBe(member.Value.ToString());
            }

            read.GetProperty("exclusionGroup").GetString().ShouldBe("each");
            read.GetProperty("budget").GetInt64().ShouldBe(5);
        }

        (await DiscountServiceFixture.CodeOf(await staff.PostAsJsonAsync("/api/v1/promotions", new { name = "X", action = new { type = "tiered" } }))).ShouldBe("promotion.action_invalid");
        (await staff.PostAsJsonAsync("/api/v1/promotions", new { name = "X", action = new { type = "tiered", tiers = Enumerable.Range(1, 21).Select(from => new { from, basisPoints = 1 }) } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Staff_find_promotions_by_status_name_and_code()
    {
        using var staff = fixture.Merchandiser();
        var name = $"Find {Guid.NewGuid():N} 100%_";
        var draft = await fixture.CreateAsync(new { name, action = new { type = "freeShipping" } });
        var active = await fixture.CreateAsync(new { activate = true, name, couponCode = DiscountServiceFixture.Code(), action = new { type = "freeShipping" } });
        async Task<Guid[]> FindAsync(string query) =>
            [.. (await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions?{query}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
        (await FindAsync($"q={Uri.EscapeDataString(name.ToLowerInvariant())}")).ShouldBe([active, draft]);
        (await FindAsync($"q={Uri.EscapeDataString(name)}&status=draft")).ShouldBe([draft]);
        (await FindAsync("q=welcome10")).Length.ShouldBe(1);
        (await FindAsync($"q={Uri.EscapeDataString("%_")}&limit=100")).ShouldBe([active, draft], "what is typed is no pattern");
        (await staff.GetAsync("/api/v1/promotions?status=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_rule_is_tried_against_a_sample_before_it_goes_live()
    {
        using var staff = fixture.Merchandiser();
        var id = await fixture.CreateAsync(new
        {
            name = "Trial", generatedCoupons = true, currency = "USD", minimumSpend = 3000, customerGroups = new[] { "gold" }, combinable = true,
            action = new { type = "fixedAmount", amount = 1000 },
        });
        var lines = new[] { new { productId = Guid.NewGuid(), quantity = 2, unitPrice = 1000 }, new { productId = Guid.NewGuid(), quantity = 1, unitPrice = 2000 } };
        async Task<JsonElement> TryAsync(object sample)
        {
            var answer = await staff.PostAsJsonAsync($"/api/v1/promotions/{id}/try", sample);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        var tried = await TryAsync(new { currency = "USD", lines, customerGroups = new[] { "gold" }, couponCodes = new[] { "SAVE5" } });
        tried.GetProperty("amount").GetInt64().ShouldBe(1000);
        tried.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("discount").GetInt64()).ShouldBe(1500);
        tried.GetProperty("lines")[0].GetProperty("parts").GetArrayLength().ShouldBe(2);
        var alone = await TryAsync(new { currency = "USD", lines, customerGroups = new[] { "gold" }, couponCodes = new[] { "SAVE5" }, alone = true });
        alone.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("discount").GetInt64()).ShouldBe(1000);
        var refused = await TryAsync(new { currency = "USD", lines });
        refused.GetProperty("refusalCode").GetString().ShouldBe("coupon.customer_group");
        (await TryAsync(new { currency = "USD", lines = lines.Take(1), customerGroups = new[] { "gold" } })).GetProperty("reason").GetString()
            .ShouldBe("The coupon needs articles for at least 30.00 USD.");

        (await staff.GetFromJsonAsync<JsonElement>($"/api/v1/promotions/{id}")).GetProperty("status").GetString().ShouldBe("draft");
        (await staff.PostAsJsonAsync($"/api/v1/promotions/{id}/try", new { currency = "USD", lines = Array.Empty<object>() })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.PostAsJsonAsync($"/api/v1/promotions/{Guid.NewGuid()}/try", new { currency = "USD", lines })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_tried_in_the_place_of_the_active_promotion_that_has_its_code_and_leaves_no_trace()
    {
        using var staff = fixture.Merchandiser();
        var code = DiscountServiceFixture.Code().ToUpperInvariant();
        await fixture.CreateAsync(new { activate = true, name = "Now", couponCode = code, action = new { type = "percentage", basisPoints = 1000 } });
        var next = await fixture.CreateAsync(new { name = "Next", couponCode = code, totalLimit = 3, budget = 5000, currency = "USD", action = new { type = "percentage", basisPoints = 3000 } });
        var same = await fixture.CreateAsync(new { name = "Same", couponCode = code, totalLimit = 3, action = new { type = "percentage", basisPoints = 2000 } });
        var sample = new { currency = "USD", lines = new[] { new { productId = Guid.NewGuid(), quantity = 1, unitPrice = 1000 } } };
        foreach (var (id, amount) in new[] { (next, 300), (same, 200) })
        {
            var tried = await (await staff.PostAsJsonAsync($"/api/v1/promotions/{id}/try", sample)).Content.ReadFromJsonAsync<JsonElement>();
            tried.GetProperty("amount").GetInt64().ShouldBe(amount);
            tried.GetProperty("applied").GetArrayLength().ShouldBe(1);
            (await staff.GetAsync($"/api/v1/promotions/{id}")).Headers.ETag!.Tag.ShouldBe("\"0\"");
            foreach (var table in new[] { "promotion_counters", "redemptions", "coupons", "customer_counters" })
            {
                (await fixture.CountAsync($"SELECT count(*) FROM {table} WHERE promotion_id = $1", id)).ShouldBe(0);
            }
        }

        (await fixture.CalculateAsync(code)).Applied.Single().Name.ShouldBe("Now");
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient staff, Guid id, string version, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/promotions/{id}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return staff.SendAsync(request);
    }
}
