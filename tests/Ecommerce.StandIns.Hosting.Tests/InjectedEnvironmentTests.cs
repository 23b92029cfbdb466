namespace Ecommerce.StandIns.Hosting.Tests;

public sealed class InjectedEnvironmentTests
{
    [Fact]
    public async Task A_project_gets_its_address_its_profile_and_its_telemetry_settings()
    {
        await using var builder = await Application.FixtureAsync();
        await using var app = await builder.StartedAsync();

        var environment = await app.EnvironmentOfAsync("first-service");

        environment["ASPNETCORE_URLS"].ShouldBe(app.GetEndpoint("first-service").ToString().TrimEnd('/'));
        environment["ASPNETCORE_ENVIRONMENT"].ShouldBe("Development");
        environment["DOTNET_LAUNCH_PROFILE"].ShouldBe("http");
        environment["FROM_PROFILE"].ShouldBe("http");
        environment["LOGGING__CONSOLE__FORMATTERNAME"].ShouldBe("simple");
        environment["OTEL_SERVICE_NAME"].ShouldBe("first-service");
        environment["OTEL_RESOURCE_ATTRIBUTES"].ShouldMatch("^service\\.instance\\.id=[a-z0-9-]+$");
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe("http://localhost:4317");
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"].ShouldBe("grpc");
        environment.Keys.ShouldNotContain("OTEL_EXPORTER_OTLP_HEADERS");
        environment["OTEL_BLRP_SCHEDULE_DELAY"].ShouldBe("1000");
        environment["OTEL_BSP_SCHEDULE_DELAY"].ShouldBe("1000");
        environment["OTEL_METRIC_EXPORT_INTERVAL"].ShouldBe("1000");
        environment["OTEL_TRACES_SAMPLER"].ShouldBe("always_on");
        environment["OTEL_METRICS_EXEMPLAR_FILTER"].ShouldBe("trace_based");
        environment["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"].ShouldBe("true");
    }

    [Fact]
    public async Task A_parameter_goes_where_the_model_says_and_the_command_line_does_not_change_a_value_given_in_code()
    {
        await using var builder = await Application.FixtureAsync("--Parameters:region=us-east-2");
        await using var app = await builder.StartedAsync();

        var environment = await app.EnvironmentOfAsync("first-service");

        environment["Api__Key"].ShouldBe("k-123");
        environment["Region"].ShouldBe("eu-west-1");
    }

    [Fact]
    public async Task A_reference_to_a_project_is_for_service_discovery()
    {
        await using var builder = await Application.FixtureAsync();
        await using var app = await builder.StartedAsync();

        var environment = await app.EnvironmentOfAsync("second-service");

        var first = app.GetEndpoint("first-service").ToString().TrimEnd('/');
        environment["services__first-service__http__0"].ShouldBe(first);
        environment["FIRST_SERVICE_HTTP"].ShouldBe(first);
        environment["FIRST_URL"].ShouldBe(first);
        environment["ConnectionStrings__legacy"].ShouldBe("Server=old");
        environment["FROM_PROFILE"].ShouldBe("other");
    }

    [Fact]
    public async Task References_to_servers_inject_the_connection_string_and_its_parts()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create(
            "--Parameters:pg-password=p w/1", "--Parameters:redis-password=rpw", "--Parameters:messaging-password=mpw");
        var postgres = builder.AddPostgres("postgres", password: builder.AddParameter("pg-password", secret: true)).RunsElsewhere("tcp", 15432);
        var orders = postgres.AddDatabase("ordersdb");
        var shop = postgres.AddDatabase("shop-db", databaseName: "shop");
        var redis = builder.AddRedis("redis").RunsElsewhere("tcp", 16379);
        var messaging = builder.AddRabbitMQ("messaging").RunsElsewhere("tcp", 15672);
        builder.AddProject<Projects.StandIns_Probe>("probe", launchProfileName: "http")
            .WithReference(orders).WithReference(shop).WithReference(redis).WithReference(messaging)
            .WithHttpHealthCheck("/health");
        await using var app = await builder.StartedAsync();

        var environment = await app.EnvironmentOfAsync("probe");

        environment["ConnectionStrings__ordersdb"].ShouldBe("Host=localhost;Port=15432;Username=postgres;Password=p w/1;Database=ordersdb");
        environment["ORDERSDB_HOST"].ShouldBe("localhost");
        environment["ORDERSDB_PORT"].ShouldBe("15432");
        environment["ORDERSDB_USERNAME"].ShouldBe("postgres");
        environment["ORDERSDB_PASSWORD"].ShouldBe("p w/1");
        environment["ORDERSDB_URI"].ShouldBe("postgresql://postgres:p%20w%2F1@localhost:15432/ordersdb");
        environment["ORDERSDB_JDBCCONNECTIONSTRING"].ShouldBe("jdbc:postgresql://localhost:15432/ordersdb");
        environment["ORDERSDB_DATABASENAME"].ShouldBe("ordersdb");
        environment["ConnectionStrings__shop-db"].ShouldEndWith(";Database=shop");
        environment["SHOP_DB_DATABASENAME"].ShouldBe("shop");
        environment["ConnectionStrings__redis"].ShouldBe("localhost:16379,password=rpw");
        environment["REDIS_HOST"].ShouldBe("localhost");
        environment["REDIS_PORT"].ShouldBe("16379");
        environment["REDIS_PASSWORD"].ShouldBe("rpw");
        environment["REDIS_URI"].ShouldBe("redis://:rpw@localhost:16379");
        environment["ConnectionStrings__messaging"].ShouldBe("amqp://guest:mpw@localhost:15672");
        environment["MESSAGING_HOST"].ShouldBe("localhost");
        environment["MESSAGING_PORT"].ShouldBe("15672");
        environment["MESSAGING_USERNAME"].ShouldBe("guest");
        environment["MESSAGING_PASSWORD"].ShouldBe("mpw");
        environment["MESSAGING_URI"].ShouldBe("amqp://guest:mpw@localhost:15672");
        environment.Keys.ShouldNotContain("SHOP-DB_HOST");
    }

    [Fact]
    public async Task The_address_of_the_AppHost_itself_does_not_reach_its_resources()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_HTTP_PORTS", "1");
        try
        {
            await using var builder = await Application.FixtureAsync();
            await using var app = await builder.StartedAsync();

            (await app.EnvironmentOfAsync("first-service")).Keys.ShouldNotContain("ASPNETCORE_HTTP_PORTS");
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_HTTP_PORTS", null);
        }
    }
}
