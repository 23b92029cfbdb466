namespace Ecommerce.MessagingBench;

/// <summary>Measures all variants in turn, several rounds of it: what else the machine does falls on all of them alike.</summary>
internal static class Comparison
{
    private static readonly string[] Columns = ["messages/s", "p50 ms", "p99 ms", "max ms", "us/event", "publisher", "consumers", "postgres", "rabbitmq"];

    private const int WarmUp = 3_000;
    private const int WarmUpSubjects = 100;

    public static async Task<int> RunAsync(Options options)
    {
        var results = new List<(string Measurement, string Variant, double[] Values)>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            // Each round begins with another variant.
            foreach (var variant in options.Variants.Skip((round - 1) % options.Variants.Count).Concat(options.Variants.Take((round - 1) % options.Variants.Count)))
            {
                await foreach (var (measurement, values) in MeasureAsync(variant, options, round))
                {
                    results.Add((measurement, variant.Name, values));
                    Console.WriteLine($"round {round}  {Row(measurement, variant.Name, values)}");
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine($"Medians of {options.Rounds} rounds; {options.Consumers} consuming services; handler: {options.Handler}:");
        foreach (var group in results.GroupBy(result => (result.Measurement, result.Variant)).OrderBy(group => results.FindIndex(result => result.Measurement == group.Key.Measurement)))
        {
            Console.WriteLine(Row(group.Key.Measurement, group.Key.Variant, [.. Columns.Index().Select(column => Median(group.Select(result => result.Values[column.Index])))]));
        }

        return 0;
    }

    private static async IAsyncEnumerable<(string Measurement, double[] Values)> MeasureAsync(Variant variant, Options options, int seed)
    {
        await using var services = await RunningServices.StartAsync(variant, options);

        // Until the compilers of both processes have done their work: together, and one by one.
        await services.WriteAsync(WarmUp, WarmUpSubjects);
        await services.PaceAsync(perSecond: 200, seconds: 10, WarmUpSubjects, seed);
        if (options.Measurements.Contains("backlog"))
        {
            yield return ($"backlog of {options.Backlog}, {options.Many} subjects", Values(await services.WriteAsync(options.Backlog, options.Many)));
            yield return ($"backlog of {options.Backlog}, {options.Few} subjects", Values(await services.WriteAsync(options.Backlog, options.Few)));
        }

        if (options.Measurements.Contains("burst"))
        {
            yield return ($"burst of {options.Burst}, {options.Many} subjects", Values(await services.WriteAsync(options.Burst, options.Many)));
        }

        if (options.Measurements.Contains("low"))
        {
            yield return ($"low load, {options.Low} a second", Values(await services.PaceAsync(options.Low, options.Seconds, options.Many, seed)));
        }

        if (options.Measurements.Contains("steady"))
        {
            foreach (var rate in options.Rates)
            {
                yield return ($"steady load, {rate} a second", Values(await services.PaceAsync(rate, options.Seconds, options.Many, seed)));
            }
        }
    }

    private static double[] Values(Handled handled)
    {
        var use = handled.UsePerEvent();
        return
        [
            handled.PerSecond, handled.DelayAt(0.5), handled.DelayAt(0.99), handled.DelayAt(1), use.Total, use.Publisher, use.Consumers, use.Postgres, use.RabbitMq,
        ];
    }

    private static string Row(string measurement, string variant, double[] values) =>
        $"{measurement,-34} {variant,-12} {string.Join("  ", Columns.Zip(values, (column, value) => $"{column} {value,7:F0}"))}";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
