using System.Net;
using System.Net.Http.Json;
using Ecommerce.Contracts.Shipping.Internal;

namespace Ecommerce.ShippingService.Tests;

public sealed class RateTests(ShippingServiceFixture fixture)
{
    [Theory]
    [InlineData("US", "CA", "USD", 1000, 500, 599, 1499)]
    [InlineData("US", "HI", "USD", 1000, 500, 1299, 2999)]
    [InlineData("DE", null, "EUR", 1000, 3000, 998, 2598)]
    [InlineData("GB", null, "GBP", 7500, 500, 0, 1199)]
    [InlineData("NZ", null, "USD", 100000, 500, 1999, 3999)]
    public async Task The_most_specific_zone_says_what_a_parcel_costs(
        string country, string? region, string currency, long subtotal, int weightGrams, long standard, long express)
    {
        using var response = await fixture.Anonymous().PostAsJsonAsync(
            "/api/v1/shipping/options", new { country, region, currency, subtotal, weightGrams });
        var rates = await response.Content.ReadFromJsonAsync<RateResponse>();
        rates!.Options.Select(option => (option.Code, option.Price.Amount)).ShouldBe([("standard", standard), ("express", express)]);
    }

    [Fact]
    public async Task A_currency_without_prices_is_offered_nothing_and_nonsense_is_refused()
    {
        using var none = await fixture.Anonymous().PostAsJsonAsync(
            "/api/v1/shipping/options", new { country = "US", currency = "JPY", subtotal = 1, weightGrams = 1 });
        (await none.Content.ReadFromJsonAsync<RateResponse>())!.Options.ShouldBeEmpty();
        using var bad = await fixture.Anonymous().PostAsJsonAsync(
            "/api/v1/shipping/options", new { country = "usa", currency = "USD", subtotal = -1, weightGrams = 1 });
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var internalOnly = await fixture.Anonymous().PostAsJsonAsync("/internal/v1/rates", new { });
        internalOnly.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
