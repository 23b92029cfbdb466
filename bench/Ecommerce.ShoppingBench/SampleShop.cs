namespace Ecommerce.ShoppingBench;

/// <summary>A basket of 20 lines and 50 promotions, as the pure function and as the service see them.</summary>
internal static class SampleShop
{
    public const int Lines = 20;
    public const int Promotions = 50;
    private const int Categories = 5;

    public static Guid ProductOf(int line) => new(line + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Guid CategoryOf(int line) => new(1000 + (line % Categories), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static int QuantityOf(int line) => 1 + (line % 4);

    public static long PriceOf(int line) => 500 + (line * 377 % 9000);

    /// <summary>The request that makes a promotion: a fifth each of five actions, each for one category, all combinable.</summary>
    public static object PromotionOf(int number) => new
    {
        activate = true,
        name = $"Promotion {number}",
        currency = "USD",
        combinable = true,
        priority = number % 10,
        minimumSpend = 100 * (number % 7),
        categoryIds = new[] { CategoryOf(number) },
        action = (number % 5) switch
        {
            0 => (object)new { type = "percentage", basisPoints = 100 + number },
            1 => new { type = "fixedAmount", amount = 25 + number },
            2 => new { type = "fixedPrice", amount = 400 + (number * 100) },
            3 => new { type = "buyXGetY", basisPoints = 1000, buyQuantity = 3, getQuantity = 1 },
            _ => new { type = "tiered", tierBasis = "spend", tiers = new object[] { new { from = 1000, basisPoints = 100 }, new { from = 20_000, amount = 250 } } },
        },
    };

    public static object CalculateRequest() => new
    {
        currency = "USD",
        lines = Enumerable.Range(0, Lines).Select(line => new
        {
            lineId = ProductOf(line), sku = $"SKU-{line}", productId = ProductOf(line), categoryIds = new[] { CategoryOf(line) },
            quantity = QuantityOf(line), unitPrice = PriceOf(line),
        }),
        shipping = 500,
        couponCodes = Array.Empty<string>(),
    };
}
