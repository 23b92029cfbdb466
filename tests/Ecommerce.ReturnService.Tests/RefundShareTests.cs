using Ecommerce.ReturnService.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ReturnService.Tests;

public sealed class RefundShareTests
{
    [Fact]
    public void However_a_line_comes_back_its_parts_sum_to_what_was_paid() =>
        Prop.ForAll(
            (from total in Gen.Choose(0, 10_000_000)
             from parts in Gen.ListOf(Gen.Choose(1, 5))
             select (Total: (long)total, Parts: parts.ToArray())).Where(line => line.Parts.Length > 0).ToArbitrary(),
            line =>
            {
                var units = line.Parts.Sum();
                var before = 0;
                var sum = 0L;
                foreach (var part in line.Parts)
                {
                    var share = RefundShare.Of(line.Total, units, before, part);
                    share.ShouldBeGreaterThanOrEqualTo(0);
                    before += part;
                    sum += share;
                    sum.ShouldBeLessThanOrEqualTo(line.Total);
                }

                sum.ShouldBe(line.Total);
            }).QuickCheckThrowOnFailure();
}
