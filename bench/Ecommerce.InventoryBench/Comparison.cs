namespace Ecommerce.InventoryBench;

/// <summary>Measures all ways in turn, several rounds of it: what else the machine does falls on all of them alike. A ratio is the median of the rounds' ratios.</summary>
internal static class Comparison
{
    private const double Target = 0.5;

    private static readonly (string Name, Func<Shop, Options, bool, Task<Sample>> Measure)[] All =
    [
        ("pgbench", Ways.PgbenchAsync),
        ("Npgsql directly", Ways.DirectlyAsync),
        ("product-service by HTTP", Ways.ByHttpAsync),
    ];

    public static async Task<int> RunAsync(Options options)
    {
        await using var shop = await Shop.OpenAsync(options.Articles);
        Console.WriteLine($"{options.Rounds} rounds of {options.Seconds} s each, {options.Clients} buyers, one unit each; medians:");
        foreach (var hot in new[] { true, false })
        {
            // Until the compiler has done its work in both processes.
            foreach (var (_, measure) in All)
            {
                await measure(shop, options, hot);
            }

            var samples = All.ToDictionary(way => way.Name, _ => new List<Sample>());
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var (name, measure) in All)
                {
                    samples[name].Add(await measure(shop, options, hot));
                }
            }

            Console.WriteLine(hot ? "one hot article" : $"spread over {options.Articles} articles");
            var plain = samples[All[0].Name];
            foreach (var (name, measured) in samples)
            {
                var ratio = Median(measured.Zip(plain, (way, pgbench) => way.PerSecond / pgbench.PerSecond));
                Console.WriteLine($"  {name,-24} {Median(measured.Select(s => s.PerSecond)),8:F0} per second   p50 {Median(measured.Select(s => s.P50)),6:F2} ms   p99 {Median(measured.Select(s => s.P99)),6:F2} ms   : pgbench {ratio:F2}");
            }

            var reached = Median(samples[All[^1].Name].Zip(plain, (way, pgbench) => way.PerSecond / pgbench.PerSecond));
            Console.WriteLine($"  target {Target:F2} {(reached >= Target ? "reached" : "missed")}");
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
