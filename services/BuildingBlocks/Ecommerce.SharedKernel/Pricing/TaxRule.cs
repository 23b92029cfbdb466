namespace Ecommerce.SharedKernel.Pricing;

/// <summary>How a destination taxes a sale.</summary>
/// <param name="BasisPoints">The rate in hundredths of a percent: 1900 is 19 %.</param>
/// <param name="IncludedInPrices">Whether catalogue prices hold the tax already (VAT and GST countries) or it comes on top (sales tax).</param>
public readonly record struct TaxRule(int BasisPoints, bool IncludedInPrices)
{
    /// <summary>No tax.</summary>
    public static TaxRule None => new(0, false);
}
