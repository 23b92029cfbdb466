namespace Ecommerce.SharedKernel.Monetary;

/// <summary>Fractions of an amount, rounded half away from zero, as invoices do.</summary>
public static class Rounding
{
    /// <summary>A fraction of an amount.</summary>
    /// <param name="amount">Minor units.</param>
    /// <param name="basisPoints">Hundredths of a percent: 1900 is 19 %.</param>
    public static long Share(long amount, long basisPoints) => Divide((Int128)amount * basisPoints, 10_000);

    /// <summary>The part of a tax-inclusive amount that is tax.</summary>
    /// <param name="gross">Minor units, tax included.</param>
    /// <param name="basisPoints">The tax rate in hundredths of a percent.</param>
    public static long ShareIncluded(long gross, long basisPoints) => Divide((Int128)gross * basisPoints, 10_000 + basisPoints);

    private static long Divide(Int128 dividend, Int128 divisor)
    {
        var (quotient, remainder) = Int128.DivRem(dividend, divisor);
        var up = Int128.Abs(remainder) * 2 >= Int128.Abs(divisor);
        return (long)(up ? quotient + Int128.Sign(dividend) : quotient);
    }
}
