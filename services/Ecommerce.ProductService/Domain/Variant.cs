using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Domain;

/// <summary>An article that can be bought: a product in one of its forms.</summary>
internal sealed class Variant
{
    public const int LongestName = 300;

    private readonly List<VariantPrice> _prices = [];
    private readonly List<ScheduledPrice> _sales = [];

    private Variant()
    {
    }

    public string Sku { get; private init; } = "";

    public string? Barcode { get; private set; }

    /// <summary>The options joined, <c>Blue / L</c>; null where the product has one form.</summary>
    public string? Name { get; private set; }

    public Dictionary<string, string> Options { get; private set; } = [];

    public int WeightGrams { get; private set; }

    public int? LengthMm { get; private set; }

    public int? WidthMm { get; private set; }

    public int? HeightMm { get; private set; }

    public int Position { get; private set; }

    public IReadOnlyList<VariantPrice> Prices => _prices;

    public IReadOnlyList<ScheduledPrice> Sales => _sales;

    public static Variant Of(string sku, Dictionary<string, string> options, int weightGrams, int position, IReadOnlyDictionary<string, long> prices)
    {
        var variant = new Variant { Sku = sku };
        variant.Describe(null, options, weightGrams, null, position);
        variant._prices.AddRange(prices.Select(price => VariantPrice.Of(price.Key, price.Value)));
        return variant;
    }

    public static string? NameOf(Dictionary<string, string> options) => options.Count == 0 ? null : string.Join(" / ", options.Values);

    /// <summary>What it costs at a moment: its sale's price while one is on.</summary>
    /// <returns>Null where it is not sold in the currency.</returns>
    public long? PriceIn(string currency, DateTimeOffset now) =>
        _prices.Find(price => price.Currency == currency) is { } regular
            ? _sales.Find(sale => sale.Currency == currency && sale.IsAt(now))?.Amount ?? regular.Amount
            : null;

    public void Describe(string? barcode, Dictionary<string, string> options, int weightGrams, Dimensions? dimensions, int position)
    {
        Barcode = barcode;
        Name = NameOf(options);
        Options = options;
        WeightGrams = weightGrams;
        (LengthMm, WidthMm, HeightMm) = (dimensions?.LengthMm, dimensions?.WidthMm, dimensions?.HeightMm);
        Position = position;
    }

    public void SetPrice(string currency, long amount, long? compareAt)
    {
        if (_prices.Find(price => price.Currency == currency) is { } known)
        {
            known.Change(amount, compareAt);
        }
        else
        {
            _prices.Add(VariantPrice.Of(currency, amount, compareAt));
        }
    }

    /// <returns>False where it has none.</returns>
    public bool RemovePrice(string currency)
    {
        _sales.RemoveAll(sale => sale.Currency == currency);
        return _prices.RemoveAll(price => price.Currency == currency) > 0;
    }

    public void Schedule(ScheduledPrice sale) => _sales.Add(sale);

    public void CancelSale(Guid id) => _sales.RemoveAll(sale => sale.Id == id);

    public bool HasOptions(Dictionary<string, string> options) =>
        Options.Count == options.Count && options.All(option => Options.TryGetValue(option.Key, out var value) && value == option.Value);
}
