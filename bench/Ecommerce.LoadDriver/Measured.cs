using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ecommerce.LoadDriver;

/// <summary>Durations by the name of what took them.</summary>
internal sealed class Measured
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _durations = new();

    public async Task<T> TimeAsync<T>(string name, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        _durations.GetOrAdd(name, _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    public void Print()
    {
        foreach (var (name, durations) in _durations.OrderBy(pair => pair.Key))
        {
            var sorted = durations.Order().ToArray();
            Console.WriteLine($"    {name,-14} p50 {At(sorted, 0.5),7:F1} ms   p99 {At(sorted, 0.99),7:F1} ms   ({sorted.Length})");
        }
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];
}
