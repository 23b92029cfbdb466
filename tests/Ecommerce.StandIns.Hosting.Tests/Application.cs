using System.Net.Http.Json;

namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>What the tests do with applications again and again.</summary>
internal static class Application
{
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    internal static CancellationToken InTime => CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken, new CancellationTokenSource(Deadline).Token).Token;

    /// <summary>The fixture's AppHost, with the values that it asks for.</summary>
    internal static Task<IDistributedApplicationTestingBuilder> FixtureAsync(params string[] args)
        => DistributedApplicationTestingBuilder.CreateAsync<Projects.StandIns_AppHost>(["--Parameters:api-key=k-123", "--ConnectionStrings:legacy=Server=old", .. args], InTime);

    internal static async Task<DistributedApplication> StartedAsync(this IDistributedApplicationTestingBuilder builder)
    {
        var app = await builder.BuildAsync(InTime);
        await app.StartAsync(InTime);
        return app;
    }

    /// <summary>The environment of a probe, as the probe sees it.</summary>
    internal static async Task<Dictionary<string, string>> EnvironmentOfAsync(this DistributedApplication app, string name)
    {
        await app.ResourceNotifications.WaitForResourceHealthyAsync(name, InTime);
        using var client = app.CreateHttpClient(name);
        return (await client.GetFromJsonAsync<Dictionary<string, string>>("/env", InTime))!;
    }

    internal static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var end = DateTime.UtcNow + Deadline;
        while (!await condition())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException($"Not in time: {what}");
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    internal static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);
}
