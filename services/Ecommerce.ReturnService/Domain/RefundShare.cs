using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>The arithmetic of refunds: pure, and exact over any number of returns.</summary>
internal static class RefundShare
{
    /// <summary>What further units of a line are worth after some were paid back.</summary>
    /// <param name="total">What was paid for the line, minor units.</param>
    /// <param name="units">Units sold.</param>
    /// <param name="before">Units paid back already.</param>
    /// <param name="now">Units to pay back.</param>
    public static long Of(long total, int units, int before, int now) => UpTo(total, units, before + now) - UpTo(total, units, before);

    // A difference of running totals, so that rounding never adds up: the last unit brings the sum to the total.
    private static long UpTo(long total, int units, int count) => Allocation.Split(total, [count, units - count])[0];
}
