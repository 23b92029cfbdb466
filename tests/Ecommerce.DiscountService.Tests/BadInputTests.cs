using System.Net;
using System.Text;

namespace Ecommerce.DiscountService.Tests;

/// <summary>Whatever is sent, it is refused as bad: nothing falls over, and nothing odd is stored.</summary>
public sealed class BadInputTests(DiscountServiceFixture fixture)
{
    private const string Promotion = """{ "name": "X", "action": { "type": "percentage", "basisPoints": 1 }, """;
    private const string Line = """{ "productId": "00000000-0000-0000-0000-000000000001", "quantity": 1, "unitPrice": 1 }""";
    private const string ServiceLine =
        """{ "lineId": "00000000-0000-0000-0000-000000000001", "sku": "A", "productId": "00000000-0000-0000-0000-000000000001", "categoryIds": [], "quantity": 1, "unitPrice": 1 }""";

    [Theory]
    [InlineData("""{ "name": "X", "action": { "type": "bundle", "amount": 1, "bundle": [null] }, "currency": "USD" }""")]
    [InlineData("""{ "name": "X", "action": { "type": "tiered", "tiers": [null] } }""")]
    [InlineData(Promotion + """ "customerGroups": [null] }""")]
    [InlineData(Promotion + """ "customerGroups": ["gold\n"] }""")]
    [InlineData(Promotion + """ "exclusionGroup": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" }""")]
    [InlineData(Promotion + """ "couponCode": "SAVE\n" }""")]
    [InlineData(Promotion + """ "couponCode": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }""")]
    [InlineData(Promotion + """ "name": null }""")]
    public Task A_promotion_is_not_made_of(string body) => IsBadAsync("/api/v1/promotions", body);

    [Theory]
    [InlineData("""{ "count": 1, "prefix": "SPRING\n" }""")]
    [InlineData("""{ "count": 1, "prefix": "=CMD" }""")]
    [InlineData("""{ "count": 1, "prefix": "+1" }""")]
    [InlineData("""{ "count": 1, "prefix": "@A" }""")]
    public async Task Coupons_are_not_generated_of(string body)
    {
        var id = await fixture.CreateAsync(new { name = "X", generatedCoupons = true, action = new { type = "percentage", basisPoints = 1 } });
        await IsBadAsync($"/api/v1/promotions/{id}/coupons", body);
        (await fixture.CountAsync("SELECT count(*) FROM coupons WHERE promotion_id = $1", id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "currency": "USD", "lines": [null] }""")]
    [InlineData("""{ "currency": "USD", "lines": [""" + Line + """], "couponCodes": [null] }""")]
    [InlineData("""{ "currency": "USD", "lines": [""" + Line + """], "couponCodes": ["\u0000"] }""")]
    [InlineData("""{ "currency": "USD", "lines": [""" + Line + """], "customerGroups": [null] }""")]
    public async Task A_promotion_is_not_tried_against(string body)
    {
        var id = await fixture.CreateAsync(new { name = "X", action = new { type = "percentage", basisPoints = 1 } });
        await IsBadAsync($"/api/v1/promotions/{id}/try", body);
    }

    [Theory]
    [InlineData("/internal/v1/discounts/calculate", """{ "currency": "USD", "lines": [null], "shipping": 0, "couponCodes": [] }""")]
    [InlineData("/internal/v1/discounts/calculate", """{ "currency": "USD", "lines": [""" + ServiceLine + """], "shipping": 0, "couponCodes": [null] }""")]
    [InlineData("/internal/v1/redemptions", """{ "orderId": "00000000-0000-0000-0000-000000000001", "email": "a@example.com", "currency": "USD", "discounts": [null], "expiresAt": "2026-01-01T00:00:00Z" }""")]
    [InlineData("/internal/v1/redemptions", """
        { "orderId": "00000000-0000-0000-0000-000000000002", "email": "a@example.com", "currency": "USD", "expiresAt": "2026-01-01T00:00:00Z",
          "discounts": [{ "promotionId": "00000000-0000-0000-0000-000000000001", "couponCode": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "name": "X", "amount": 1 }] }
        """)]
    public async Task A_service_is_told_so_too(string path, string body)
    {
        using var service = fixture.Service();
        using var answer = await service.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_there_is_not_has_no_lists_and_odd_texts_find_nothing()
    {
        using var staff = fixture.Merchandiser();
        foreach (var list in new[] { "coupons", "redemptions", "usage", "coupons.csv" })
        {
            (await staff.GetAsync($"/api/v1/promotions/{Guid.NewGuid()}/{list}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, list);
        }

        var id = await fixture.CreateAsync(new { name = "X", generatedCoupons = true, action = new { type = "percentage", basisPoints = 1 } });
        (await staff.GetAsync($"/api/v1/promotions/{id}/coupons/%00")).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
        (await staff.GetAsync($"/api/v1/promotions/{id}/redemptions?couponCode=%00")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.GetAsync("/api/v1/promotions?q=%00")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.PutAsync($"/api/v1/customer-groups/gold%0A/members/{Guid.NewGuid()}", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task IsBadAsync(string path, string body)
    {
        using var staff = fixture.Merchandiser();
        using var answer = await staff.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
    }
}
