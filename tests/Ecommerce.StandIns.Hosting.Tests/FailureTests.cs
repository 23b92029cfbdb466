namespace Ecommerce.StandIns.Hosting.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task A_resource_that_dies_fails_those_who_wait_for_it_and_says_why()
    {
        await using var builder = await Application.FixtureAsync();
        builder.CreateResourceBuilder<ProjectResource>("first-service").WithEnvironment("PROBE_FAIL_AT_START", "no licence");
        await using var app = await builder.StartedAsync();

        var waited = await Should.ThrowAsync<DistributedApplicationException>(() => app.ResourceNotifications.WaitForResourceHealthyAsync("first-service", Application.InTime));

        waited.Message.ShouldContain("exit code 42");
        waited.Message.ShouldContain("probe gives up: no licence");
        await app.ResourceNotifications.WaitForResourceAsync("second-service", KnownResourceStates.FailedToStart, Application.InTime);
    }

    [Fact]
    public async Task A_program_that_is_not_there_fails_to_start()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("ghost", "no-such-program", ".");
        await using var app = await builder.StartedAsync();

        var failed = await Should.ThrowAsync<DistributedApplicationException>(() => app.ResourceNotifications.WaitForResourceHealthyAsync("ghost", Application.InTime));

        failed.Message.ShouldContain("no-such-program");
    }

    [Fact]
    public async Task A_parameter_without_a_value_fails_what_needs_it()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.StandIns_AppHost>(["--ConnectionStrings:legacy=x", "ASPIRE_INTERACTIVITY_ENABLED=false"], Application.InTime);
        await using var app = await builder.StartedAsync();

        await app.ResourceNotifications.WaitForResourceAsync("first-service", KnownResourceStates.FailedToStart, Application.InTime);
    }

    [Fact]
    public async Task Containers_are_refused_with_a_pointer_to_native_servers()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create("--Parameters:postgres-password=x");
        builder.AddPostgres("postgres");
        var app = await builder.BuildAsync(Application.InTime);

        var refused = await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync(Application.InTime));

        refused.Message.ShouldContain("postgres");
        refused.Message.ShouldContain("Servers=native");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.StandIns_Probe>("probe", launchProfileName: null).WithHttpEndpoint(port: port, isProxied: false);
        await using var app = await builder.StartedAsync();

        var failed = await Should.ThrowAsync<DistributedApplicationException>(() => app.ResourceNotifications.WaitForResourceHealthyAsync("probe", Application.InTime));

        failed.Message.ShouldContain($"port {port}");
    }

    [Fact]
    public async Task Two_resources_of_one_name_are_refused()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddParameter("twice", "1");

        Should.Throw<DistributedApplicationException>(() => builder.AddParameter("Twice", "2")).Message.ShouldContain("Twice");
    }
}
