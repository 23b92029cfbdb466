namespace Ecommerce.SharedKernel.Pricing;

/// <summary>What a line comes to. Amounts are minor units.</summary>
/// <param name="Subtotal">Unit price times quantity.</param>
/// <param name="Discount">What is taken off.</param>
/// <param name="Tax">The tax on the discounted line, included in it or on top of it.</param>
/// <param name="Total">What the customer pays for the line.</param>
public readonly record struct LineTotals(long Subtotal, long Discount, long Tax, long Total);
