using Ecommerce.SharedKernel.Monetary;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.SharedKernel.Tests;

public sealed class AllocationTests
{
    private static readonly Arbitrary<(int Amount, int[] Weights)> Splits =
        (from amount in Gen.Choose(-10_000_000, 10_000_000)
         from weights in Gen.Choose(0, 100_000).NonEmptyListOf()
         select (amount, weights.ToArray())).ToArbitrary();

    [Fact]
    public void The_parts_are_the_whole() =>
        Prop.ForAll(Splits, split => Split(split).Sum() == split.Amount).QuickCheckThrowOnFailure();

    [Fact]
    public void No_part_is_further_than_one_unit_from_its_exact_share() =>
        Prop.ForAll(Splits, split =>
        {
            var sum = split.Weights.Sum(weight => (decimal)weight);
            return sum == 0 || Split(split).Zip(split.Weights).All(pair => Math.Abs(pair.First - ((decimal)split.Amount * pair.Second / sum)) < 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cent_over_goes_to_the_largest_remainder() => Allocation.Split(100, [1, 1, 1]).ShouldBe([34, 33, 33]);

    [Fact]
    public void Negative_weights_are_refused() => Should.Throw<ArgumentException>(() => Allocation.Split(1, [1, -1]));

    private static long[] Split((int Amount, int[] Weights) split) => Allocation.Split(split.Amount, [.. split.Weights.Select(weight => (long)weight)]);
}
