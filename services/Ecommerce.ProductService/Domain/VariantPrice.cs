namespace Ecommerce.ProductService.Domain;

/// <summary>What a variant costs in one currency, in minor units.</summary>
internal sealed class VariantPrice
{
    private VariantPrice()
    {
    }

    public string Currency { get; private init; } = "";

    public long Amount { get; private init; }

    public static VariantPrice Of(string currency, long amount) => new() { Currency = currency, Amount = amount };
}
