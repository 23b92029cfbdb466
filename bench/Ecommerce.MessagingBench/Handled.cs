using System.Diagnostics;

namespace Ecommerce.MessagingBench;

/// <summary>What became of the events of one measurement.</summary>
/// <param name="Committed">When each was committed by the publisher, in ticks of the stopwatch.</param>
/// <param name="By">When each was handled, by consumer.</param>
/// <param name="Use">The processor time of all processes; with that of writing where events are written one by one.</param>
internal sealed record Handled(long[] Committed, long[][] By, Use Use)
{
    /// <summary>Messages handled per second, from the first commit to the last handling; with several consumers the slowest one's.</summary>
    public double PerSecond => Committed.Length / Stopwatch.GetElapsedTime(Committed.Min(), By.Max(consumer => consumer.Max())).TotalSeconds;

    /// <summary>The delay, in milliseconds, that such a share of the messages did not exceed.</summary>
    public double DelayAt(double share)
    {
        var delays = By.SelectMany(consumer => consumer.Zip(Committed, (handled, committed) => handled - committed)).Order().ToArray();
        return delays[(int)((delays.Length - 1) * share)] * 1000.0 / Stopwatch.Frequency;
    }

    /// <summary>The processor time of an event, in microseconds.</summary>
    public Use UsePerEvent()
    {
        double Of(double seconds) => seconds / Committed.Length * 1_000_000;
        return new(Of(Use.Publisher), Of(Use.Consumers), Of(Use.Postgres), Of(Use.RabbitMq));
    }
}
