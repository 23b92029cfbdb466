using System.Diagnostics;

namespace Ecommerce.StandIns.Client.Tests;

/// <summary>Waits for what must come to be, with a deadline.</summary>
internal static class Probe
{
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, double seconds = 20)
    {
        var since = Stopwatch.GetTimestamp();
        Exception? last = null;
        while (Stopwatch.GetElapsedTime(since).TotalSeconds < seconds)
        {
            try
            {
                if (await condition())
                {
                    return;
                }
            }
            catch (Exception ex) when (ex is not OutOfMemoryException)
            {
                last = ex;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"It did not come to be within {seconds} s: {what}.", last);
    }

    public static Task UntilAsync(Func<bool> condition, string what, double seconds = 20)
        => UntilAsync(() => Task.FromResult(condition()), what, seconds);
}
