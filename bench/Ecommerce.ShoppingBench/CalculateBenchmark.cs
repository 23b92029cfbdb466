using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Ecommerce.DiscountService.Api;
using Ecommerce.DiscountService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ShoppingBench;

/// <summary>The pure function: 20 lines under 50 promotions.</summary>
[InProcess]
[MemoryDiagnoser]
public class CalculateBenchmark
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Basket _basket = new(
        Currency.From("USD"),
        [
            .. Enumerable.Range(0, SampleShop.Lines).Select(line => new BasketLine(
                SampleShop.ProductOf(line), SampleShop.ProductOf(line), [SampleShop.CategoryOf(line)], SampleShop.QuantityOf(line), SampleShop.PriceOf(line))),
        ],
        500,
        []);

    private readonly PromotionSet _promotions = new([.. Enumerable.Range(0, SampleShop.Promotions).Select(Make)]);
    private readonly Circumstances _circumstances = Circumstances.At(Now);

    [Benchmark]
    public long Calculate() => DiscountCalculator.Calculate(_basket, _promotions, _circumstances).Applied.Sum(applied => applied.Amount);

    private static Promotion Make(int number)
    {
        var request = JsonSerializer.Deserialize<PromotionRequest>(JsonSerializer.Serialize(SampleShop.PromotionOf(number), Wire), Wire)!;
        var promotion = Promotion.Create(new PromotionId(SampleShop.ProductOf(number)), request.ToTerms(), Now).Value!;
        promotion.Activate(Now);
        return promotion;
    }
}
