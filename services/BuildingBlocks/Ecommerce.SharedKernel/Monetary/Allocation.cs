namespace Ecommerce.SharedKernel.Monetary;

/// <summary>Splits amounts so that the parts always sum to the whole (largest remainder).</summary>
public static class Allocation
{
    /// <summary>Splits an amount in proportion to weights; the units that rounding leaves go to the largest remainders, then to the first.</summary>
    /// <param name="amount">Minor units; may be negative.</param>
    /// <param name="weights">Not negative. Where all are zero, the amount is split evenly.</param>
    /// <returns>As many parts as weights, summing to the amount exactly.</returns>
    /// <exception cref="ArgumentException">There is no weight, or a negative one.</exception>
    public static long[] Split(long amount, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0 || weights.Any(weight => weight < 0))
        {
            throw new ArgumentException("Weights are needed, and none may be negative.", nameof(weights));
        }

        var sum = weights.Aggregate(Int128.Zero, (total, weight) => total + weight);
        if (sum == 0)
        {
            return Split(amount, [.. Enumerable.Repeat(1L, weights.Count)]);
        }

        var sign = Math.Sign(amount);
        var whole = Int128.Abs(amount);
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem(whole * weights[i], sum);
            parts[i] = (long)quotient;
            remainders[i] = remainder;
            left -= quotient;
        }

        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left))
        {
            parts[index]++;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] *= sign;
        }

        return parts;
    }
}
