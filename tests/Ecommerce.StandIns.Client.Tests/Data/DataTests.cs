using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace Ecommerce.StandIns.Client.Tests.Data;

/// <summary>Against the servers that the environment names (ConnectionStrings__postgres, ConnectionStrings__messaging); test.sh does.</summary>
public sealed class DataTests
{
    [Fact]
    public async Task A_context_is_pooled_retries_and_has_a_health_check_of_its_name()
    {
        using var host = Build("postgres", builder => builder.AddNpgsqlDbContext<ShopContext>("postgres"));
        using var scope = host.Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();

        context.Database.CreateExecutionStrategy().RetriesOnFailure.ShouldBeTrue();
        (await context.Database.SqlQueryRaw<int>("select 40 + 2 as \"Value\"").SingleAsync(Cancel)).ShouldBe(42);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
        health.Entries[nameof(ShopContext)].Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_context_without_retries_does_not_retry()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:shop"] = "Host=127.0.0.1;Port=1;Timeout=1",
            ["Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:ShopContext:DisableRetry"] = "true",
            ["Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:CommandTimeout"] = "7",
        });
        builder.AddNpgsqlDbContext<ShopContext>("shop");
        using var host = builder.Build();
        using var scope = host.Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();

        context.Database.CreateExecutionStrategy().RetriesOnFailure.ShouldBeFalse();
        context.Database.GetCommandTimeout().ShouldBe(7);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
        health.Entries[nameof(ShopContext)].Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public void A_context_without_a_connection_string_says_where_it_was_looked_for()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddNpgsqlDbContext<ShopContext>("absent");
        using var host = builder.Build();
        using var scope = host.Services.CreateScope();

        Should.Throw<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ShopContext>())
            .Message.ShouldContain("ConnectionStrings:absent");
    }

    [Fact]
    public async Task A_message_goes_through_the_connection_of_the_container()
    {
        using var host = Build("messaging", builder => builder.AddRabbitMQClient("messaging"));
        var connection = host.Services.GetRequiredService<IConnection>();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        var queue = await channel.QueueDeclareAsync(cancellationToken: Cancel);

        await channel.BasicPublishAsync(string.Empty, queue.QueueName, Encoding.UTF8.GetBytes("hello"), Cancel);

        BasicGetResult? got = null;
        await Probe.UntilAsync(async () => (got = await channel.BasicGetAsync(queue.QueueName, autoAck: true, Cancel)) is not null, "the message is there");
        Encoding.UTF8.GetString(got!.Body.Span).ShouldBe("hello");
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
        health.Entries["RabbitMQ.Client"].Status.ShouldBe(HealthStatus.Healthy);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IHost Build(string name, Action<IHostApplicationBuilder> configure)
    {
        var connectionString = Environment.GetEnvironmentVariable("ConnectionStrings__" + name);
        Assert.SkipWhen(string.IsNullOrEmpty(connectionString), $"ConnectionStrings__{name} is not set.");
        var builder = Host.CreateApplicationBuilder();
        configure(builder);
        return builder.Build();
    }
}
