using System.Collections.Concurrent;
using Ecommerce.CartService.Tests;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

[assembly: AssemblyFixture(typeof(CartServiceFixture))]

namespace Ecommerce.CartService.Tests;

/// <summary>
/// cart-service beside a catalogue of articles at 10.00 (SKU…), one that is no longer sold (GONE) and a coupon for 1.00 off each line (ONEOFF).
/// A test can say otherwise of an article, or of a coupon, that only it uses.
/// </summary>
public class CartServiceFixture() : ServiceFixture<Program>("cart-service")
{
    // A port of its own for each of the two hosts of these tests.
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("urls", "http://127.0.0.1:0")];

    /// <summary>Prices by article, in minor units of whatever currency is asked for; 1000 where there is none.</summary>
    public ConcurrentDictionary<string, long> Prices { get; } = [];

    /// <summary>How many there are by article; 100 where there is none.</summary>
    public ConcurrentDictionary<string, int> Stock { get; } = [];

    /// <summary>What a coupon takes off each line, in minor units.</summary>
    public ConcurrentDictionary<string, long> Coupons { get; } = new() { ["ONEOFF"] = 100 };

    public HttpClient Service() => With(TestTokens.Service("order-service"));

    public HttpClient Customer(Guid id) => With(TestTokens.Customer(id));

    protected override void MapOthers(WebApplication others)
    {
        others.MapPost("/internal/v1/variants/lookup", (VariantLookupRequest request) => Results.Json(new VariantLookupResponse(
        [
            .. request.Skus.Where(sku => sku.StartsWith("SKU", StringComparison.Ordinal) || sku == "GONE").Select(sku => new VariantDto(
                sku, Guid.Parse("00000000-0000-0000-0000-000000000001"), [], "Article", null, null, Prices.GetValueOrDefault(sku, 1000), request.Currency, 500,
                Stock.GetValueOrDefault(sku, 100), sku != "GONE")),
        ])));
        others.MapPost("/internal/v1/discounts/calculate", (CalculateDiscountsRequest request) =>
        {
            var applied = request.CouponCodes.Where(Coupons.ContainsKey).Select(code => new AppliedDiscountDto(Guid.NewGuid(), code, "One off", Coupons[code] * request.Lines.Count)).ToArray();
            return Results.Json(new CalculateDiscountsResponse(
                [.. request.Lines.Where(_ => applied.Length > 0).Select(line => new LineDiscountDto(
                    line.LineId, applied.Sum(one => one.Amount) / request.Lines.Count,
                    request.Explain ? [.. applied.Select(one => new DiscountPartDto(one.PromotionId, one.Amount / request.Lines.Count))] : null))],
                0,
                applied,
                [.. request.CouponCodes.Where(code => !Coupons.ContainsKey(code)).Select(code => new RefusedCouponDto(code, "coupon.unknown", "There is no such coupon."))]));
        });
        others.MapPost("/internal/v1/rates", (RateRequest request) => Results.Json(new RateResponse(
            [new ShippingOptionDto("standard", "Standard", "Post", new MoneyDto(500 + request.Items, request.Currency), 2, 4)])));
    }
}
