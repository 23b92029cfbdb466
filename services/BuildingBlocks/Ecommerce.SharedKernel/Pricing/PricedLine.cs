namespace Ecommerce.SharedKernel.Pricing;

/// <summary>A line before tax is worked out. Amounts are minor units of one currency.</summary>
/// <param name="UnitPrice">The catalogue price of one unit.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Discount">What is taken off the whole line; from zero to unit price times quantity.</param>
public readonly record struct PricedLine(long UnitPrice, int Quantity, long Discount)
{
    /// <summary>Before discounts.</summary>
    public long Subtotal => checked(UnitPrice * Quantity);
}
