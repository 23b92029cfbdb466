using System.Net.Http.Json;

namespace Ecommerce.StandIns.Hosting.Tests;

public sealed class LifecycleTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"stand-ins-{Guid.NewGuid():N}");

    [Fact]
    public async Task A_resource_that_waits_starts_once_the_other_is_healthy()
    {
        await using var builder = await Application.FixtureAsync();
        builder.CreateResourceBuilder<ProjectResource>("first-service").WithEnvironment("PROBE_HEALTHY_AFTER", "800");
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);

        var first = await Current(app, "first-service");
        var second = await Current(app, "second-service");

        (second.StartTimeStamp!.Value - first.StartTimeStamp!.Value).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(800));
        second.HealthReports.ShouldHaveSingleItem().Name.ShouldBe("second-service_http_/health_200_check");
    }

    [Fact]
    public async Task Replicas_share_the_port_of_their_endpoint()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.StandIns_Probe>("probe", launchProfileName: "http").WithReplicas(2).WithHttpHealthCheck("/health");
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("probe", Application.InTime);

        var pids = new HashSet<int>();
        await Application.UntilAsync(async () =>
        {
            // A connection of its own for each request, as the proxy passes connections on, not requests.
            using var client = new HttpClient { BaseAddress = app.GetEndpoint("probe") };
            pids.Add(await client.GetFromJsonAsync<int>("/pid", Application.InTime));
            return pids.Count == 2;
        }, "both replicas answer");
    }

    [Fact]
    public async Task Those_that_need_others_stop_first()
    {
        await using var builder = await Application.FixtureAsync();
        builder.CreateResourceBuilder<ProjectResource>("first-service").WithEnvironment("PROBE_SAYS_AT_STOP", _file);
        builder.CreateResourceBuilder<ProjectResource>("second-service").WithEnvironment("PROBE_SAYS_AT_STOP", _file);
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);

        await app.StopAsync(Application.InTime);

        (await File.ReadAllLinesAsync(_file, Application.InTime)).ShouldBe(["second-service", "first-service"]);
    }

    [Fact]
    public async Task A_resource_can_be_stopped_started_and_restarted()
    {
        await using var builder = await Application.FixtureAsync();
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);

        (await app.ResourceCommands.ExecuteCommandAsync("second-service", KnownResourceCommands.StopCommand, Application.InTime)).Success.ShouldBeTrue();
        await app.ResourceNotifications.WaitForResourceAsync("second-service", KnownResourceStates.Finished, Application.InTime);

        (await app.ResourceCommands.ExecuteCommandAsync("second-service", KnownResourceCommands.StartCommand, Application.InTime)).Success.ShouldBeTrue();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);
        var before = await PidAsync(app);

        (await app.ResourceCommands.ExecuteCommandAsync("second-service", KnownResourceCommands.RestartCommand, Application.InTime)).Success.ShouldBeTrue();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);
        (await PidAsync(app)).ShouldNotBe(before);

        static async Task<int> PidAsync(DistributedApplication app)
        {
            using var client = app.CreateHttpClient("second-service");
            return await client.GetFromJsonAsync<int>("/pid", Application.InTime);
        }
    }

    [Fact]
    public async Task A_resource_with_an_explicit_start_waits_for_someone_to_start_it()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.StandIns_Probe>("probe", launchProfileName: "http").WithExplicitStart();
        await using var app = await builder.StartedAsync();
        (await Current(app, "probe")).State!.Text.ShouldBe(KnownResourceStates.NotStarted);

        await app.ResourceCommands.ExecuteCommandAsync("probe", KnownResourceCommands.StartCommand, Application.InTime);

        (await Current(app, "probe")).State!.Text.ShouldBe(KnownResourceStates.Running);
    }

    [Fact]
    public async Task A_project_runs_in_its_own_folder_with_the_arguments_of_its_profile()
    {
        await using var builder = await Application.FixtureAsync();
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);
        using var client = app.CreateHttpClient("second-service");

        (await client.GetStringAsync("/cwd", Application.InTime)).ShouldEndWith("StandIns.Probe");
        (await client.GetFromJsonAsync<string[]>("/args", Application.InTime)).ShouldBe(["--greeting", "good day"]);
    }

    [Fact]
    public async Task What_waits_for_completion_starts_after_a_clean_end()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var migration = builder.AddExecutable("migration", "sh", ".", "-c", $"echo done > {_file}");
        builder.AddExecutable("after", "sh", ".", "-c", $"test -s {_file}").WaitForCompletion(migration);
        await using var app = await builder.StartedAsync();

        var after = await app.ResourceNotifications.WaitForResourceAsync("after", e => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text), Application.InTime);

        after.Snapshot.State!.Text.ShouldBe(KnownResourceStates.Finished);
        after.Snapshot.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Events_come_in_order_around_a_start()
    {
        var events = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.OnBeforeStart((_, _) => Said("before start"));
        builder.AddProject<Projects.StandIns_Probe>("probe", launchProfileName: "http").WithHttpHealthCheck("/health")
            .OnResourceEndpointsAllocated((_, _, _) => Said("allocated"))
            .OnBeforeResourceStarted((_, _, _) => Said("before resource started"))
            .OnResourceReady((_, _, _) => Said("ready"))
            .OnResourceStopped((_, _, _) => Said("stopped"));
        await using var app = await builder.StartedAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("probe", Application.InTime);
        await app.StopAsync(Application.InTime);

        events.ShouldBe(["before start", "allocated", "before resource started", "ready", "stopped"]);

        Task Said(string what)
        {
            events.Enqueue(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_lines_of_a_process_are_in_its_log()
    {
        await using var builder = await Application.FixtureAsync();
        await using var app = await builder.StartedAsync();
        var first = await app.ResourceNotifications.WaitForResourceHealthyAsync("first-service", Application.InTime);
        using var client = app.CreateHttpClient("first-service");
        await client.PostAsync("/say", new StringContent("a line of the probe"), Application.InTime);

        var loggers = (ResourceLoggerService)app.Services.GetService(typeof(ResourceLoggerService))!;
        await foreach (var lines in loggers.WatchAsync(first.ResourceId).WithCancellation(Application.InTime))
        {
            if (lines.Any(l => l.Content.EndsWith("a line of the probe", StringComparison.Ordinal)))
            {
                return;
            }
        }

        throw new InvalidOperationException("The log ended without the line.");
    }

    public void Dispose() => File.Delete(_file);

    private static async Task<CustomResourceSnapshot> Current(DistributedApplication app, string name)
        => (await app.ResourceNotifications.WaitForResourceAsync(name, _ => true, Application.InTime)).Snapshot;
}
