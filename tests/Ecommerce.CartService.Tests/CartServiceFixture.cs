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

/// <summary>cart-service beside a catalogue of articles at 10.00 (SKU…), one that is no longer sold (GONE) and a coupon for 1.00 off each line.</summary>
public class CartServiceFixture() : ServiceFixture<Program>("cart-service")
{
    // A port of its own for each of the two hosts of these tests.
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("urls", "http://127.0.0.1:0")];

    public HttpClient Service() => With(TestTokens.Service("order-service"));

    public HttpClient Customer(Guid id) => With(TestTokens.Customer(id));

    protected override void MapOthers(WebApplication others)
    {
        others.MapPost("/internal/v1/variants/lookup", (VariantLookupRequest request) => Results.Json(new VariantLookupResponse(
        [
            .. request.Skus.Where(sku => sku.StartsWith("SKU", StringComparison.Ordinal) || sku == "GONE").Select(sku => new VariantDto(
                sku, Guid.Parse("00000000-0000-0000-0000-000000000001"), [], "Article", null, null, 1000, request.Currency, 500, 100, sku != "GONE")),
        ])));
        others.MapPost("/internal/v1/discounts/calculate", (CalculateDiscountsRequest request) => Results.Json(new CalculateDiscountsResponse(
            request.CouponCodes.Contains("ONEOFF") ? [.. request.Lines.Select(line => new LineDiscountDto(line.LineId, 100))] : [],
            0,
            request.CouponCodes.Contains("ONEOFF") ? [new AppliedDiscountDto(Guid.NewGuid(), "ONEOFF", "One off", 100 * request.Lines.Count)] : [],
            [.. request.CouponCodes.Where(code => code != "ONEOFF").Select(code => new RefusedCouponDto(code, "coupon.unknown", "There is no such coupon."))])));
        others.MapPost("/internal/v1/rates", (RateRequest request) => Results.Json(new RateResponse(
            [new ShippingOptionDto("standard", "Standard", "Post", new MoneyDto(500 + request.Items, request.Currency), 2, 4)])));
    }
}
