namespace Ecommerce.ProductService.Domain;

/// <summary>What a variant costs in one currency while no sale is on, in minor units.</summary>
internal sealed class VariantPrice
{
    private VariantPrice()
    {
    }

    public string Currency { get; private init; } = "";

    public long Amount { get; private set; }

    /// <summary>The higher price that it is shown against, or null.</summary>
    public long? CompareAt { get; private set; }

    public static VariantPrice Of(string currency, long amount, long? compareAt = null) => new() { Currency = currency, Amount = amount, CompareAt = compareAt };

    public void Change(long amount, long? compareAt) => (Amount, CompareAt) = (amount, compareAt);
}
