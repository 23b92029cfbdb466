namespace Ecommerce.ProductService.Domain;

/// <summary>An article that can be bought: a product in one of its forms.</summary>
internal sealed class Variant
{
    private readonly List<VariantPrice> _prices = [];

    private Variant()
    {
    }

    public string Sku { get; private init; } = "";

    /// <summary>The options joined, <c>Blue / L</c>; null where the product has one form.</summary>
    public string? Name { get; private init; }

    public Dictionary<string, string> Options { get; private init; } = [];

    public int WeightGrams { get; private init; }

    public int Position { get; private init; }

    public IReadOnlyList<VariantPrice> Prices => _prices;

    public static Variant Of(string sku, Dictionary<string, string> options, int weightGrams, int position, IReadOnlyDictionary<string, long> prices)
    {
        var variant = new Variant
        {
            Sku = sku,
            Name = options.Count == 0 ? null : string.Join(" / ", options.Values),
            Options = options,
            WeightGrams = weightGrams,
            Position = position,
        };
        variant._prices.AddRange(prices.Select(price => VariantPrice.Of(price.Key, price.Value)));
        return variant;
    }

    /// <returns>Null where it is not on sale in the currency.</returns>
    public long? PriceIn(string currency) => _prices.Find(price => price.Currency == currency)?.Amount;

    public void SetPrice(string currency, long amount)
    {
        _prices.RemoveAll(price => price.Currency == currency);
        _prices.Add(VariantPrice.Of(currency, amount));
    }
}
