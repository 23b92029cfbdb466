using Ecommerce.ProductService.Tests.Fixture;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ProductService.Tests.Inventory;

/// <summary>Which locations serve a basket is a pure function of the database; it is held against every other choice there is.</summary>
public sealed class AllocationProperties(ProductServiceFixture service)
{
    private const int Locations = 5;

    [Fact]
    public void A_line_is_split_over_the_fewest_locations_that_come_soonest()
    {
        var cases = Gen.Choose(0, 6).ListOf(Locations).SelectMany(available => Gen.Choose(1, 20).Select(quantity => (Available: available.ToArray(), Quantity: quantity)));
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            using var command = service.Database.CreateCommand("SELECT split_line($1, $2)");
            command.Parameters.Add(new() { Value = sample.Quantity });
            command.Parameters.Add(new() { Value = sample.Available });
            var taken = command.ExecuteScalar() as int[];

            if (sample.Available.Sum() < sample.Quantity)
            {
                taken.ShouldBeNull();
                return;
            }

            taken.ShouldNotBeNull();
            taken.Sum().ShouldBe(sample.Quantity);
            taken.Zip(sample.Available).ShouldAllBe(pair => pair.First >= 0 && pair.First <= pair.Second);
            Chosen(taken).ShouldBe(BestSet(sample.Available, sample.Quantity));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_basket_is_served_whole_from_where_it_can_be_and_never_beyond_what_is_there()
    {
        var cases = Gen.Choose(0, 5).ListOf(Locations * 3).SelectMany(available => Gen.Choose(1, 6).ListOf(3).Select(wanted => (Available: available.ToArray(), Wanted: wanted.ToArray())));
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var allocated = Allocate(sample.Available, sample.Wanted);
            for (var article = 0; article < 3; article++)
            {
                var levels = Enumerable.Range(0, Locations).Select(location => sample.Available[(location * 3) + article]).ToArray();
                var mine = allocated.Where(line => line.Article == article).ToArray();
                mine.Sum(line => line.Quantity).ShouldBe(levels.Sum() >= sample.Wanted[article] ? sample.Wanted[article] : 0);
                mine.ShouldAllBe(line => line.Quantity > 0 && line.Quantity <= levels[line.Location]);
                if (levels.Any(level => level >= sample.Wanted[article]))
                {
                    mine.Length.ShouldBe(1, "what one location has whole is not split");
                }
            }

            var whole = Enumerable.Range(0, Locations)
                .Where(location => Enumerable.Range(0, 3).All(article => sample.Available[(location * 3) + article] >= sample.Wanted[article])).ToArray();
            if (whole.Length > 0)
            {
                allocated.ShouldAllBe(line => line.Location == whole[0], "one parcel, from the location that comes first");
            }
        }).QuickCheckThrowOnFailure();
    }

    private static string Chosen(int[] taken) => string.Join(',', taken.Select((units, index) => (units, index)).Where(pair => pair.units > 0).Select(pair => pair.index));

    // By trying every set of locations.
    private static string BestSet(int[] available, int quantity) =>
        Enumerable.Range(1, (1 << available.Length) - 1)
            .Select(set => Enumerable.Range(0, available.Length).Where(index => (set & (1 << index)) != 0).ToArray())
            .Where(set => set.Sum(index => available[index]) >= quantity)
            .OrderBy(set => set.Length).ThenBy(set => string.Join(',', set), StringComparer.Ordinal)
            .Select(set => string.Join(',', set))
            .First();

    private List<(int Article, int Location, int Quantity)> Allocate(int[] available, int[] wanted)
    {
        using var command = service.Database.CreateCommand("SELECT sku, location, quantity FROM allocate_stock($1, $2, $3, $4, $5)");
        var levels = Enumerable.Range(0, Locations * 3).ToArray();
        command.Parameters.Add(new() { Value = new[] { "0", "1", "2" } });
        command.Parameters.Add(new() { Value = wanted });
        command.Parameters.Add(new() { Value = levels.Select(level => $"{level % 3}").ToArray() });
        command.Parameters.Add(new() { Value = levels.Select(level => $"{level / 3}").ToArray() });
        command.Parameters.Add(new() { Value = available });
        using var reader = command.ExecuteReader();
        var allocated = new List<(int, int, int)>();
        while (reader.Read())
        {
            allocated.Add((int.Parse(reader.GetString(0), null), int.Parse(reader.GetString(1), null), reader.GetInt32(2)));
        }

        return allocated;
    }
}
