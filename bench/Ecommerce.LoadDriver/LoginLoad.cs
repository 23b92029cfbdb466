using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Ecommerce.LoadDriver;

/// <summary>People who do nothing but log in; and whether the time of a refusal tells which addresses have an account.</summary>
internal static class LoginLoad
{
    public static async Task<int> RunAsync(Options options)
    {
        using var client = new HttpClient { BaseAddress = new Uri(options.Get("auth", "http://localhost:3001")) };
        var emails = options.Get("emails", "admin@shop.example,support@shop.example,merchandiser@shop.example").Split(',');
        var password = options.Get("password", "");
        var seconds = int.Parse(options.Get("seconds", "10"), CultureInfo.InvariantCulture);
        await LoadAsync(client, emails, password, parallel: 2, TimeSpan.FromSeconds(3), print: false);
        foreach (var parallel in options.Get("parallel", "1,2,4,16").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            await LoadAsync(client, emails, password, parallel, TimeSpan.FromSeconds(seconds), print: true);
        }

        await CompareAsync(client, emails, int.Parse(options.Get("pairs", "150"), CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task LoadAsync(HttpClient client, string[] emails, string password, int parallel, TimeSpan duration, bool print)
    {
        var measured = new Measured();
        var (done, failed) = (0, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(async person =>
        {
            while (watch.Elapsed < duration)
            {
                var status = await measured.TimeAsync("login", () => PostAsync(client, "login", new { email = emails[person % emails.Length], password }));
                Interlocked.Add(ref done, status == HttpStatusCode.OK ? 1 : 0);
                Interlocked.Add(ref failed, status == HttpStatusCode.OK ? 0 : 1);
            }
        }));
        if (print)
        {
            Console.WriteLine($"{parallel,3} at once: {done / watch.Elapsed.TotalSeconds:F1} logins per second ({failed} refused)");
            measured.Print();
        }
    }

    // One after the other and in turns, so that whatever else the machine does falls on both alike.
    private static async Task CompareAsync(HttpClient client, string[] emails, int pairs)
    {
        foreach (var path in new[] { "login", "password-reset", "register" })
        {
            var (known, unknown) = (new List<double>(), new List<double>());
            for (var i = 0; i < pairs; i++)
            {
                known.Add(await TimeAsync(client, path, emails[i % emails.Length], i));
                unknown.Add(await TimeAsync(client, path, $"nobody{Guid.NewGuid():N}@shop.example", i));
            }

            var (low, high) = Interval(known, unknown);
            Console.WriteLine($"{path,-14} known address {Median(known):F2} ms, unknown {Median(unknown):F2} ms, difference of medians {Median(known) - Median(unknown):+0.00;-0.00} ms (95 % between {low:+0.00;-0.00} and {high:+0.00;-0.00}, {pairs} each)");
        }
    }

    private static async Task<double> TimeAsync(HttpClient client, string path, string email, int number)
    {
        object body = path switch
        {
            "login" => new { email, password = $"a wrong password {number}" },
            "register" => new { email, password = $"another password {number}", name = "Nobody" },
            _ => new { email },
        };
        var start = Stopwatch.GetTimestamp();
        await PostAsync(client, path, body);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // By drawing again and again from what was measured: an interval that holds zero says that no difference was seen.
    private static (double Low, double High) Interval(List<double> known, List<double> unknown)
    {
        const int Draws = 2000;
        var differences = Enumerable.Range(0, Draws).Select(_ => Median(Draw(known)) - Median(Draw(unknown))).Order().ToList();
        return (differences[Draws / 40], differences[Draws - (Draws / 40)]);
    }

    private static List<double> Draw(List<double> values) => [.. values.Select(_ => values[Random.Shared.Next(values.Count)])];

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync($"/api/v1/auth/{path}", body);
        return response.StatusCode;
    }
}
