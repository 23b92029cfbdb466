using System.Diagnostics;

namespace Ecommerce.LoadDriver;

/// <summary>Waits for the eleven services on the ports of this machine.</summary>
internal static class HealthWait
{
    private const int FirstPort = 3000;
    private const int Services = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(Options options)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var watch = Stopwatch.StartNew();
        var waiting = Enumerable.Range(FirstPort, Services).ToHashSet();
        while (waiting.Count > 0 && watch.Elapsed < Patience)
        {
            foreach (var port in waiting.ToArray())
            {
                if (await IsHealthyAsync(client, new UriBuilder(options.Gateway) { Port = port, Path = "/health" }.Uri))
                {
                    waiting.Remove(port);
                    Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:F1} s  port {port} is healthy");
                }
            }

            await Task.Delay(100);
        }

        return waiting.Count == 0 ? 0 : 1;
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, Uri address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
